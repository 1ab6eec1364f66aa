import { DamagedLink } from '../data/damaged-link.js';
import type { Lost, PutBackOutcome } from '../data/put-back.js';
import type { Notice } from '../data/store.js';
import { linkTexts } from '../texts/link.js';
import { phrase } from '../texts/phrase.js';

/** Why a link was not followed, in words: which part of it, and what to do. */
export function refusedNotice(error: unknown): Notice {
  const t = linkTexts();
  if (!(error instanceof DamagedLink)) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'error', text: t.unreachable, hint: why, english: true };
  }
  const { fault, detail } = error;
  const text = t.refused(t.faults[fault](detail));
  if (fault === 'impossible') return { kind: 'error', text, hint: detail, english: true };
  return { kind: 'error', text, hint: fault === 'not-here' ? t.notHere : t.copyAgain };
}

/** What to say of a patient who was lost with the service; undefined where there is nothing to say any more. */
export function putBackNotice(outcome: PutBackOutcome): Notice | undefined {
  if (outcome.kind === 'settled') return undefined;
  const t = linkTexts();
  const name = phrase(outcome.name);
  const lost = lostWords(outcome.lost);
  if (outcome.kind === 'back') return { kind: 'info', text: t.back(name), hint: lost };
  const { bring } = outcome;
  const hint = [bring ? t.changedSince : t.onlyPresenters, lost].filter(Boolean).join(' ');
  return { kind: 'info', text: t.gone(name), hint, ...(bring && { action: { label: t.bring, run: bring } }) };
}

/** That a link left a patient as they are, because others watch too. */
export function keptNotice(clean: () => void): Notice {
  const t = linkTexts();
  return { kind: 'info', text: t.kept, hint: t.keptWhy, action: { label: t.reset, run: clean } };
}

/** That another session was made in place of one that has ended. */
export function endedNotice(): Notice {
  const t = linkTexts();
  return { kind: 'info', text: t.ended, hint: t.endedHint };
}

function lostWords({ classes, devices }: Lost): string {
  const t = linkTexts();
  return [classes > 0 && t.lostClasses(classes), devices > 0 && t.lostDevices(devices)]
    .filter(Boolean)
    .join(' ');
}
