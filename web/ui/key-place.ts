import type { KeyPlace } from '../data/clicker.js';
import { isTyping } from '../data/key-bindings.js';

/** Where a key was struck: whether something there has a use of its own for it. */
export function placeOf(event: KeyboardEvent): KeyPlace {
  const [origin] = event.composedPath();
  const element = origin instanceof Element ? origin : undefined;
  const presses = element?.matches('button, a, summary, input, [role="button"]') ?? false;
  const own = element?.matches(
    'input, select, textarea, [role="tab"], [role="slider"], [role="spinbutton"], [tabindex="0"]',
  );
  return { typing: isTyping(origin), presses, moves: own ?? false };
}
