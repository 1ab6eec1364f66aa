const ls4 = ['LS', 'MFL', 'MSR', 'WAMP'];
const tdpsd = ['M0', 'M2', 'M4', 'SPARSI', 'IRF', 'WLF'];
const htd = ['MAV', 'ZC', 'SSC', 'WL'];

/**
 * Features that are used together, as LibEMG groups them. (LibEMG's own COMB drops AR9 without a word, because AR9
 * is not in its list of features.)
 */
export const featureSets: Readonly<Record<string, readonly string[]>> = {
  HTD: htd,
  TDAR: [...htd, 'AR4'],
  LS4: ls4,
  LS9: [...ls4, 'ZC', 'RMS', 'IAV', 'DASDV', 'VAR'],
  TDPSD: tdpsd,
  TSTD: ['MAVFD', 'DASDV', 'WAMP', 'ZC', 'MFL', 'SAMPEN', ...tdpsd],
  DFTR: ['DFTR'],
  ITD: ['ISD', 'COR', 'MDIFF', 'MLK'],
  HJORTH: ['ACT', 'MOB', 'COMP'],
  MSWT: ['WENG', 'WV', 'WWL', 'WENT'],
  COMB: ['WL', 'SSC', 'LD', 'AR9'],
};
