/**
 * Names cut to a length, none like another: words are shortened in the middle before their ends go, so that `S2 Vastus
 * lateralis` and `S3 Vastus medialis` stay apart. What is as short already stays as it is.
 * @param length characters that there is room for
 */
export function shortNames(names: readonly string[], length: number): readonly string[] {
  const short = names.map((name) => shortened(name, length));
  return short.map((name, i) => (short.indexOf(name) === i ? name : `${name.slice(0, length - 3)} ${i + 1}`));
}

/** The first word stays; of the others so many letters as there is room for, the last one first. */
function shortened(name: string, length: number): string {
  if (name.length <= length) return name;
  const words = name.split(' ');
  for (let letters = 12; letters >= 1; letters--) {
    const tried = words
      .map((word, i) => {
        const room = i === words.length - 1 ? letters + 3 : letters;
        return i === 0 && word.length <= 3 ? word : word.length > room + 1 ? `${word.slice(0, room)}.` : word;
      })
      .join(' ');
    if (tried.length <= length) return tried;
  }
  return name.slice(0, length);
}
