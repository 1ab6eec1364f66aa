import ts from 'typescript';

/** Words that are the same in every language of the page. */
const sameEverywhere = new Set(
  'Myodesis EMG MUAP µV uV mV ms Hz kHz mm cm dB kB kg deg MVC LDA PCA TDAR HTD LSL MAV RMS PSD SD TAC Fitts AMI TMR JSON CSV ZIP WebSocket Deutsch English'.split(
    ' ',
  ),
);

/** Attributes whose values people read or hear. */
const spoken =
  /\s(?:aria-label|aria-valuetext|aria-roledescription|title|heading|placeholder|alt|label)="([^"]*)"/gu;

const wordsOf = (text: string): string[] =>
  (text.replace(/&\w+;/gu, ' ').match(/\p{L}[\p{L}’'-]+/gu) ?? []).filter(
    (word) => !sameEverywhere.has(word),
  );

/** Words in the templates of a file that stand there themselves, rather than in `web/texts`. */
export function strayWords(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(?:html|svg)$/u.test(node.tag.getText(file)))
      found.push(...wordsOfTemplate(node.template));
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile('template.ts', source, ts.ScriptTarget.Latest, true);
  visit(file);
  return found;
}

function wordsOfTemplate(template: ts.TemplateLiteral): string[] {
  // What is filled in is somebody else's text; \0 keeps its place.
  const raw = ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join('\0');
  const attributes = [...raw.matchAll(spoken)].map(([, value = '']) => value);
  const text = raw
    .replace(/<!--[^]*?-->/gu, ' ')
    .replace(/<style[^]*?<\/style>/gu, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/^[^<]*>/u, ' ') // A template that begins within a tag.
    .replace(/<[^>]*$/u, ' ');
  return [...attributes, text].flatMap(wordsOf);
}
