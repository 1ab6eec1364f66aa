import type { Source } from './source.js';

/** Decoding: windows, features, training, decisions and what is done with them. */
export const decoderSources = {
  'hudgins-1993': {
    reference: 'Hudgins, Parker & Scott, IEEE Trans Biomed Eng 1993;40:82',
    doi: '10.1109/10.204774',
    findings: [
      {
        says: 'mean absolute value, zero crossings, slope sign changes and waveform length tell movements apart',
        n: 'a method',
      },
    ],
    state: 'memory',
  },
  'englehart-2003': {
    reference: 'Englehart & Hudgins, IEEE Trans Biomed Eng 2003;50:848',
    doi: '10.1109/TBME.2003.813539',
    pmid: '12848352',
    findings: [
      {
        says: 'a continuous stream of class decisions from four channels, without segmentation, controls several joints',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'smith-2011': {
    reference: 'Smith, Hargrove, Lock & Kuiken, IEEE Trans Neural Syst Rehabil Eng 2011;19:186',
    findings: [{ says: 'windows of 150 to 250 ms control best: error and delay both hurt', n: 13 }],
    state: 'abstract',
  },
  'kamavuako-2016': {
    reference:
      'Kamavuako, Scheme & Englehart 2016, Determination of optimum threshold values for EMG time domain features; a multi-dataset investigation',
    findings: [
      {
        says: 'all measures of separability and accuracy generally worsen as the threshold of zero crossings and turns rises, in multiples (0 to 4) of the RMS of rest',
        n: 'four data sets, and 8 people on two days',
      },
      {
        says: 'error 7.5 % without a threshold, 5.3 % with the best one of the same day, 7.5 % with the best one of the other day',
        of: 'decisions that were wrong',
        n: 8,
      },
    ],
    state: 'abstract',
  },
  'waris-2018': {
    reference: 'Waris & Kamavuako, Biomed Signal Process Control 2018;45:267',
    doi: '10.1016/j.bspc.2018.05.036',
    findings: [
      {
        says: 'in surface EMG zero crossings and slope sign changes need no threshold; the Willison amplitude wants a low one, 0.1 to 1 times the RMS of rest',
        n: 9,
      },
    ],
    state: 'abstract',
  },
  'hugosdottir-2015': {
    reference:
      'Hugosdottir & Gade, Investigation of the effect and robustness of thresholding time-domain features, thesis, Aalborg University 2015',
    findings: [
      {
        says: 'thresholds worth trying lie between 0 and 0.52 times the noise of rest, and do not hold over six days',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'libemg-code': {
    reference: 'LibEMG, feature extractor and offline metrics, source code, github.com/LibEMG/libemg',
    findings: [
      { says: 'how features are counted and decisions scored; its numbers are met in tests', n: 'a library' },
    ],
    state: 'read',
  },
  'khushaba-2012': {
    reference: 'Khushaba, Kodagoda, Takruri & Dissanayake, Expert Syst Appl 2012;39:10731',
    doi: '10.1016/j.eswa.2012.02.192',
    findings: [
      {
        says: 'multiplying the posteriors of consecutive windows (Bayesian fusion) steadies decisions',
        n: 'a method',
      },
    ],
    state: 'memory',
  },
  'scheme-2013-rejection': {
    reference: 'Scheme, Hudgins & Englehart, IEEE Trans Biomed Eng 2013;60:1563',
    findings: [
      {
        says: 'decisions below a confidence of their class are rejected; throughput, path efficiency and completion rise (p < 0.001) in able-bodied people and amputees',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'hodges-1996': {
    reference: 'Hodges & Bui, Electroencephalogr Clin Neurophysiol 1996;101:511',
    findings: [{ says: 'onset of EMG is found by a threshold of 1 to 3 SD of rest', n: 'not noted' }],
    state: 'memory',
  },
  'simon-2011': {
    reference: 'Simon, Hargrove, Lock & Kuiken, IEEE Trans Biomed Eng 2011;58:2360',
    findings: [
      {
        says: 'a velocity ramp that decisions for a class raise and others lower hides single errors',
        n: 'a method',
      },
    ],
    state: 'memory',
  },
  'ortiz-catalan-2013': {
    reference: 'Ortiz-Catalan, Brånemark & Håkansson, Source Code Biol Med 2013;8:11 (BioPatRec)',
    doi: '10.1186/1751-0473-8-11',
    findings: [{ says: 'training in 3 repetitions of 3 s contraction and 3 s rest', n: 'a method' }],
    state: 'memory',
  },
  'casiez-2012': {
    reference: 'Casiez, Roussel & Vogel, CHI 2012:2527 (one-euro filter)',
    doi: '10.1145/2207676.2208639',
    findings: [{ says: 'a low-pass whose corner rises with speed trades jitter against lag', n: 'a method' }],
    state: 'memory',
  },
  'hahne-2014': {
    reference: 'Hahne et al., IEEE Trans Neural Syst Rehabil Eng 2014;22:269',
    findings: [{ says: 'linear and kernel regression drive two degrees of freedom at once', n: 'not noted' }],
    state: 'memory',
  },
  'scheme-2014': {
    reference:
      'Scheme, Lock, Hargrove, Hill, Kuruganti & Englehart, IEEE Trans Neural Syst Rehabil Eng 2014;22:149',
    findings: [
      { says: 'speed from the amplitude of each movement against its own training level', n: 'a method' },
    ],
    state: 'memory',
  },
  'scheme-2011': {
    reference: 'Scheme & Englehart, J Rehabil Res Dev 2011;48:643',
    findings: [
      {
        says: 'trained at one force, a decoder errs at others; training over forces makes it sturdier',
        n: 'not noted',
      },
    ],
    state: 'memory',
  },
  'scheme-2013': {
    reference: 'Scheme & Englehart, J Prosthet Orthot 2013;25:76',
    findings: [{ says: 'ramps in training make decoders sturdier to strength', n: 'not noted' }],
    state: 'memory',
  },
  'friedman-1989': {
    reference: 'Friedman, J Am Stat Assoc 1989;84:165',
    findings: [
      { says: 'covariances shrunk towards the identity (regularised discriminant analysis)', n: 'a method' },
    ],
    state: 'memory',
  },
  'hsieh-2008': {
    reference: 'Hsieh, Chang, Lin, Keerthi & Sundararajan, ICML 2008:408 (LIBLINEAR)',
    doi: '10.1145/1390156.1390208',
    findings: [{ says: 'dual coordinate descent for linear support vector machines', n: 'a method' }],
    state: 'memory',
  },
  'breiman-2001': {
    reference: 'Breiman, Mach Learn 2001;45:5',
    doi: '10.1023/A:1010933404324',
    findings: [{ says: 'random forests', n: 'a method' }],
    state: 'memory',
  },
  'hoerl-1970': {
    reference: 'Hoerl & Kennard, Technometrics 1970;12:55',
    doi: '10.1080/00401706.1970.10488634',
    findings: [{ says: 'ridge regression', n: 'a method' }],
    state: 'memory',
  },
  'scikit-learn': {
    reference: 'Pedregosa et al., J Mach Learn Res 2011;12:2825 (scikit-learn)',
    findings: [{ says: 'definitions of the classifiers; their numbers are met in tests', n: 'a library' }],
    state: 'data',
  },
  'fisher-1936': {
    reference: 'Fisher, Ann Eugen 1936;7:179',
    doi: '10.1111/j.1469-1809.1936.tb02137.x',
    findings: [
      {
        says: 'the direction in which class means vary most, over the variance within classes',
        n: 'a method',
      },
    ],
    state: 'memory',
  },
  'davies-1979': {
    reference: 'Davies & Bouldin, IEEE Trans Pattern Anal Mach Intell 1979;1:224',
    doi: '10.1109/TPAMI.1979.4766909',
    findings: [
      { says: 'separation of clusters by spread over distance, of the worst partner of each', n: 'a method' },
    ],
    state: 'memory',
  },
  'bunderson-2012': {
    reference: 'Bunderson & Kuiken, IEEE Trans Neural Syst Rehabil Eng 2012;20:239',
    doi: '10.1109/TNSRE.2011.2182525',
    findings: [
      {
        says: 'repeatability index, mean semi-principal axis and separability index of the feature space of myoelectric control',
        n: 'a method',
      },
    ],
    state: 'memory',
  },
  'nilsson-2017': {
    reference: 'Nilsson, Håkansson & Ortiz-Catalan, J Neuroeng Rehabil 2017;14:68',
    doi: '10.1186/s12984-017-0283-5',
    findings: [
      {
        says: 'the separability index takes half the Mahalanobis distance by the covariance of one of two classes; it correlates with accuracy, up to 0.98 in its best variants',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'al-quraishi-2020': {
    reference: 'Al-Quraishi, Ishak, Ahmad, Hasan & Elamvazuthi, J Adv Res Dyn Control Syst 2020;12:1627',
    findings: [
      {
        says: 'RES index of EMG features: Euclidean distance between classes over standard deviation within them',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'peng-2005': {
    reference: 'Peng, Long & Ding, IEEE Trans Pattern Anal Mach Intell 2005;27:1226',
    doi: '10.1109/TPAMI.2005.159',
    findings: [
      {
        says: 'features by mutual information with the class less that with those taken before',
        n: 'a method',
      },
    ],
    state: 'memory',
  },
  'vidovic-2016': {
    reference:
      'Vidovic, Hwang, Amsüss, Hahne, Farina & Müller, IEEE Trans Neural Syst Rehabil Eng 2016;24:961',
    doi: '10.1109/TNSRE.2015.2492619',
    findings: [
      {
        says: 'shrinking the parameters of the training towards those of less than a minute of calibration kept accuracy above 92 % over five days, 75 % without',
        of: 'windows that were decided rightly',
        n: '7 people, 4 with amputations',
      },
    ],
    state: 'abstract',
  },
  'sensinger-2009': {
    reference: 'Sensinger, Lock & Kuiken, IEEE Trans Neural Syst Rehabil Eng 2009;17:270',
    doi: '10.1109/TNSRE.2009.2023282',
    findings: [
      {
        says: 'supervised adaptation took at least 26 % off the error; most unsupervised ones less; taking samples of high confidence was the most practical',
        of: 'the error of the decoder that was not adapted',
        n: '8 people',
      },
    ],
    state: 'abstract',
  },
} as const satisfies Readonly<Record<string, Source>>;
