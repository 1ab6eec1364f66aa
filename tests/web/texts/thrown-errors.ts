import ts from 'typescript';
import { filesOf, syntaxOf } from '../../support/source-tree.js';

/** One thing that an error says, with something filled in where the code fills something in. */
export interface Thrown {
  readonly file: string;
  readonly says: string;
}

/** Files whose errors a page can meet: what is asked of a patient, of sessions, devices and threads, and what comes of it. */
const folders = [
  'src/body/anatomy',
  'src/patient',
  'src/protocol',
  'src/scenario',
  'server/devices',
  'server/http',
  'server/sessions',
  'server/stream',
  'server/workers',
  'web/worker',
];
const files = [
  'src/body/conductor/derive-templates.ts',
  'src/body/synthesis/check-activations.ts',
  'src/body/synthesis/kernel/overlap-adder.ts',
  'src/decoder/calibration/learnable.ts',
  'src/decoder/classifiers/classifier.ts',
  'src/decoder/classifiers/training-set.ts',
  'src/decoder/control/train-control.ts',
  'src/decoder/direct-control/direct-control.ts',
  'src/decoder/features/analysis/burg.ts',
  'src/decoder/features/feature-registry.ts',
  'src/decoder/filters/filter-spec.ts',
  'src/decoder/prosthesis/joint-limits.ts',
  'src/decoder/prosthesis/world-tasks.ts',
  'src/decoder/training/train-decoder.ts',
  'src/decoder/training/training-windows.ts',
  'src/ground/movement/own-movements.ts',
  'src/ground/signal/parse-fields.ts',
  'src/ground/signal/tellable.ts',
  'src/recording/stream-check.ts',
];
/** What only who writes a program against the product, or starts it on a command line, can meet. */
const others = new Set([
  'src/protocol/frame.ts',
  'src/protocol/row-layout.ts',
  'src/scenario/cohort.ts',
  'server/http/door-page.ts',
]);

/** How a hole in a text is filled, so that a translation of the whole must take whatever stands there. */
const FILLED = '7';

const errorNames = /^(?:Config|Http|Model|Myodesis|Protocol|Refused|Resource|Stream|InputOutput)Error$/u;
/** Calls that send somebody away with a reason. */
const partings = /(?:^|\.)(?:close|dismiss|ended)$/u;

/** All that the errors say which a page can meet: messages and hints. */
export function thrownErrors(): Thrown[] {
  const met = [...folders.flatMap((folder) => filesOf(folder)), ...files].filter((file) => !others.has(file));
  return met.flatMap((file) => {
    const source = syntaxOf(file);
    const found: Thrown[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isNewExpression(node) && errorNames.test(node.expression.getText(source)))
        for (const says of wordsOf(node, source)) found.push({ file, says });
      if (ts.isCallExpression(node) && partings.test(node.expression.getText(source)))
        for (const reason of node.arguments)
          for (const says of textsOf(reason, source)) found.push({ file, says });
      if (ts.isObjectLiteralExpression(node) && /op: 'error'/u.test(node.getText(source)))
        for (const property of node.properties)
          if (ts.isPropertyAssignment(property) && /^(?:message|hint)$/u.test(property.name.getText(source)))
            for (const says of textsOf(property.initializer, source)) found.push({ file, says });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function wordsOf(thrown: ts.NewExpression, source: ts.SourceFile): string[] {
  const given = thrown.arguments ?? [];
  // An HTTP status and its code come first.
  const [message, details] = thrown.expression.getText(source) === 'HttpError' ? given.slice(2) : given;
  const hints =
    details && ts.isObjectLiteralExpression(details)
      ? details.properties.flatMap((property) =>
          ts.isPropertyAssignment(property) && property.name.getText(source) === 'hint'
            ? textsOf(property.initializer, source)
            : [],
        )
      : [];
  return [...(message ? textsOf(message, source) : []), ...hints];
}

/** Every text that an expression can come to; none where another place makes it. */
function textsOf(node: ts.Expression, source: ts.SourceFile): string[] {
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression, source);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.templateSpans.reduce((text, { literal }) => text + FILLED + literal.text, node.head.text)];
  if (ts.isConditionalExpression(node))
    return [...textsOf(node.whenTrue, source), ...textsOf(node.whenFalse, source)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [lefts, rights] = [textsOf(node.left, source), textsOf(node.right, source)];
    if (rights.length === 0) return lefts.map((left) => left + FILLED);
    return lefts.flatMap((left) => rights.map((right) => left + right));
  }
  if (ts.isIdentifier(node)) return constantOf(node.text, source);
  return [];
}

/** A text that stands as a constant in the same file. */
function constantOf(name: string, source: ts.SourceFile): string[] {
  return source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .filter((one) => one.name.getText(source) === name && one.initializer !== undefined)
    .flatMap(({ initializer }) => (initializer ? textsOf(initializer, source) : []));
}
