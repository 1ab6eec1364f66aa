import { expect, it } from 'vitest';
import { chairWords } from '../../../src/world/chair-words.js';
import { contactWords } from '../../../src/world/contact-words.js';
import { armWords, tableWords } from '../../../src/world/table-words.js';
import { worldPhrases } from '../../../web/texts/german/world.js';

it('everything that the world says is said in German', () => {
  const said = [tableWords.cup, tableWords.block, armWords, chairWords, contactWords].flatMap((words) =>
    Object.values<string>(words),
  );
  expect(said.filter((english) => !(english in worldPhrases))).toEqual([]);
});
