import type { Source } from './source.js';

/** What prostheses and hands do. */
export const prosthesisSources = {
  'belter-2013': {
    reference: 'Belter, Segil, Dollar & Weir, J Rehabil Res Dev 2013;50:599',
    findings: [{ says: 'powered hands close in roughly 0.4 to 1.2 s', n: 'hands on the market' }],
    state: 'memory',
  },
  'wrist-rotators': {
    reference: 'Data sheets of electric wrist rotators',
    findings: [{ says: '15 to 28 rpm, which is 90 to 168°/s', n: 'products on the market' }],
    state: 'memory',
  },
  'powered-elbows': {
    reference: 'Data sheets of powered elbows',
    findings: [{ says: 'about 135° in 0.5 to 1.1 s', n: 'products on the market' }],
    state: 'memory',
  },
  'sup-2009': {
    reference: 'Sup, Varol, Mitchell, Withrow & Goldfarb, IEEE ASME Trans Mechatron 2009;14:667',
    findings: [{ says: 'range of a powered knee 0 to 120°, of its ankle −45 to 20°', n: 'one prosthesis' }],
    state: 'memory',
  },
  'cutkosky-1989': {
    reference: 'Cutkosky, IEEE Trans Robot Autom 1989;5:269',
    doi: '10.1109/70.34763',
    findings: [{ says: 'names and kinds of grasps', n: 'a taxonomy' }],
    state: 'memory',
  },
} as const satisfies Readonly<Record<string, Source>>;
