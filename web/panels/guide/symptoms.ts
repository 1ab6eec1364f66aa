import { verdictOn, type CauseId, type Verdict } from './causes.js';
import type { MeasuredChain } from './measured-chain.js';

/** What somebody sees or complains of: what shows it in numbers, and what may lie behind it, the likeliest first. */
const symptoms = {
  restLoud: {
    shownBy: ['loudRest'],
    causes: ['hum', 'contactNoise', 'tone', 'noEffort', 'weak', 'oneNoisy', 'slow', 'heart'],
  },
  opens: {
    shownBy: ['restMoves'],
    causes: [
      'tone',
      'hum',
      'contactNoise',
      'slow',
      'oneNoisy',
      'rail',
      'heart',
      'taughtPoorly',
      'patternsMoved',
    ],
  },
  worse: {
    shownBy: ['worse'],
    causes: [
      'otherStrength',
      'tone',
      'contactNoise',
      'hum',
      'oneNoisy',
      'flat',
      'rail',
      'lost',
      'slow',
      'noEffort',
      'patternsMoved',
    ],
  },
  mixed: {
    shownBy: ['confused'],
    causes: [
      'taughtPoorly',
      'otherStrength',
      'weak',
      'alike',
      'flat',
      'oneNoisy',
      'contactNoise',
      'patternsMoved',
    ],
  },
  nothing: { shownBy: ['noEffort'], causes: ['noEffort', 'weak', 'flat', 'rail', 'contactNoise'] },
  flat: { shownBy: ['flat'], causes: ['flat', 'rail', 'lost', 'alike'] },
  hums: { shownBy: ['hum'], causes: ['hum', 'contactNoise', 'tone', 'heart'] },
  wanders: { shownBy: ['slow'], causes: ['slow', 'rail', 'heart'] },
  ticks: { shownBy: ['heart'], causes: ['heart', 'slow', 'rail'] },
  cutOff: { shownBy: ['rail'], causes: ['rail', 'flat', 'slow'] },
  holes: { shownBy: ['lost'], causes: ['lost', 'rail'] },
  alike: { shownBy: ['alike'], causes: ['alike', 'hum', 'slow'] },
  oneNoisy: { shownBy: ['oneNoisy'], causes: ['oneNoisy', 'hum', 'rail', 'slow'] },
  small: { shownBy: ['weak', 'noEffort'], causes: ['weak', 'noEffort', 'otherStrength', 'contactNoise'] },
  late: { shownBy: ['late'], causes: ['late', 'lost'] },
} as const satisfies Record<string, { shownBy: readonly CauseId[]; causes: readonly CauseId[] }>;

/** Name of a symptom. */
export type SymptomId = keyof typeof symptoms;
/** All of them, those that people meet most often first. */
export const symptomIds = Object.keys(symptoms).filter((id): id is SymptomId => id in symptoms);

/** What is found of one cause. */
export interface Finding {
  readonly cause: CauseId;
  readonly verdict: Verdict;
}

/** What is found of a symptom: whether it shows at all now, and every cause, those that fit first. */
export interface Diagnosis {
  readonly shows: Verdict['state'];
  readonly findings: readonly Finding[];
}

const order = { fits: 0, unknown: 1, no: 2 } as const;

/** Check a symptom against what is measured. */
export function diagnose(symptom: SymptomId, measured: MeasuredChain): Diagnosis {
  const { shownBy, causes } = symptoms[symptom];
  const states = shownBy.map((cause) => verdictOn(cause, measured).state);
  const findings = causes.map((cause) => ({ cause, verdict: verdictOn(cause, measured) }));
  return {
    shows: states.includes('fits') ? 'fits' : states.includes('unknown') ? 'unknown' : 'no',
    findings: findings.sort((a, b) => order[a.verdict.state] - order[b.verdict.state]),
  };
}
