import type { Source } from './source.js';

/** What surgery leaves: muscles, nerves, bone anchors. */
export const surgerySources = {
  'by-definition': {
    reference: 'By definition',
    findings: [{ says: 'follows from what the words mean; there is nothing to measure', n: 'none needed' }],
    state: 'read',
  },
  'jaegers-1995': {
    reference: 'Jaegers, Arendzen & de Jongh, Clin Orthop Relat Res 1995;312:67',
    findings: [
      {
        says: 'cut hip and thigh muscles atrophy by 40 to 60 %, intact ones by 0 to 30 % by length of the stump',
        of: 'the other side',
        n: 12,
      },
      {
        says: 'whether muscles are fixed to bone decides contracture; it is not said to decide atrophy',
        n: 12,
      },
    ],
    state: 'abstract',
  },
  'gordon-1966': {
    reference: 'Gordon, Huxley & Julian, J Physiol 1966;184:170',
    findings: [
      {
        says: 'isometric force of a fibre falls from its plateau with sarcomeres longer or shorter',
        n: 'single frog fibres',
      },
    ],
    state: 'memory',
  },
  'kuiken-2009': {
    reference: 'Kuiken et al., JAMA 2009;301:619',
    findings: [
      {
        says: 'after nerve transfer a motion is selected in 0.22 ± 0.06 s and completed in 1.29 ± 0.15 s',
        n: 5,
      },
      {
        says: 'twelve pairs of electrodes on the skin over the new sites and other muscles (from memory)',
        n: 5,
      },
    ],
    state: 'abstract',
  },
  'kapelner-2016': {
    reference: 'Kapelner et al., PLoS ONE 2016;11:e0149772',
    doi: '10.1371/journal.pone.0149772',
    pmid: '26901631',
    findings: [
      {
        says: 'area of unit potentials on the skin of pectoralis 0.25 ± 0.17 after nerve transfer, 0.81 ± 0.46 intact',
        of: 'the electrode grid',
        n: '5 with nerve transfer, 9 without',
      },
      { says: 'their duration 10.9 ± 3.9 against 14.0 ± 3.9 ms', n: '5 and 9' },
      { says: 'their amplitude 0.19 ± 0.11 against 0.14 ± 0.06 mV, no significant difference', n: '5 and 9' },
    ],
    state: 'abstract',
  },
  'vu-2023': {
    reference: 'Vu et al. 2023, on regenerative peripheral nerve interfaces over time',
    findings: [
      {
        says: 'SNR above 15 at 276 and 1054 days; above 94 % right for 604 days without recalibration',
        of: 'decisions',
        n: 'not noted',
      },
    ],
    state: 'abstract',
  },
  'song-2024': {
    reference: 'Song et al., Nat Med 2024;30:2010',
    findings: [
      {
        says: 'an agonist–antagonist interface restores 18 % of muscle afferents',
        of: 'those of intact muscles',
        n: 'not noted',
      },
      { says: 'and raises walking speed by 41 %', of: 'walking speed without the interface', n: 'not noted' },
    ],
    state: 'abstract',
  },
  'dumanian-2019': {
    reference: 'Dumanian et al., Ann Surg 2019;270:238',
    doi: '10.1097/SLA.0000000000003088',
    findings: [
      {
        says: 'phantom pain falls by 3.2 of 10 points after nerve transfer against −0.2 after excision of neuromas (p = 0.06), residual limb pain by 2.9 against 0.9 (p = 0.15); nothing is said of EMG',
        n: 28,
      },
    ],
    state: 'abstract',
  },
  'ortiz-catalan-2014': {
    reference: 'Ortiz-Catalan, Håkansson & Brånemark, Sci Transl Med 2014;6:257re6',
    findings: [
      {
        says: 'epimysial electrodes through a bone anchor: control does not depend on limb position or donning',
        n: 1,
      },
    ],
    state: 'abstract',
  },
  'hargrove-2013-leg': {
    reference: 'Hargrove et al., N Engl J Med 2013;369:1237',
    findings: [
      {
        says: 'thigh EMG after nerve transfer and without tells attempted knee and ankle motions apart',
        n: 'one user',
      },
    ],
    state: 'memory',
  },
  'hargrove-2013-phantom': {
    reference: 'Hargrove, Simon, Lipschutz, Finucane & Kuiken, J Neuroeng Rehabil 2013;10:62',
    doi: '10.1186/1743-0003-10-62',
    findings: [
      {
        says: 'sagittal phantom knee and ankle motions above 90 % from nine thigh muscles; five suffice',
        of: 'motions',
        n: 'not noted',
      },
    ],
    state: 'abstract',
  },
  'bors-2012': {
    reference: 'British Orthopaedic Research Society 2012, abstract 071',
    findings: [{ says: 'SNR 5.1 epimysial against 1.6 on the skin over a bone anchor', n: 'one sheep' }],
    state: 'abstract',
  },
} as const satisfies Readonly<Record<string, Source>>;
