import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** The checkout; every path below is relative to it. */
export const root = resolve(import.meta.dirname, '../..');

/** One import of a file, as written and as a path of the checkout. */
export interface Import {
  readonly specifier: string;
  /** The file it leads to; undefined for a package. */
  readonly target: string | undefined;
  /** Vanishes when compiled. */
  readonly typeOnly: boolean;
}

/** Files of a folder with one of the extensions, as paths of the checkout. */
export function filesOf(folder: string, extensions = /\.ts$/): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => extensions.test(file) && !file.includes('node_modules'))
    .map((file) => join(folder, file))
    .sort();
}

const parsed = new Map<string, ts.SourceFile>();
const imports = new Map<string, readonly Import[]>();

/** A file as the TypeScript parser sees it. */
export function syntaxOf(file: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known) return known;
  const syntax = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  parsed.set(file, syntax);
  return syntax;
}

/**
 * What a file imports: `import`, `export … from`, `import()`, `import('…')` in types, and
 * `new URL('./file', import.meta.url)`, by which workers are started.
 */
export function importsOf(file: string): readonly Import[] {
  const known = imports.get(file);
  if (known) return known;
  const found: Import[] = [];
  imports.set(file, found);
  const add = (specifier: string, typeOnly: boolean): void => {
    found.push({ specifier, typeOnly, target: targetOf(file, specifier) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, vanishes(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) add(argument.text, false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, true);
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
      const [path, base] = node.arguments ?? [];
      if (path && ts.isStringLiteralLike(path) && base?.getText() === 'import.meta.url') {
        const target = targetOf(file, path.text);
        if (target !== undefined && existsSync(join(root, target)) && /\.(ts|css)$/.test(target))
          add(path.text, false);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(syntaxOf(file));
  return found;
}

function vanishes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const { name, namedBindings } = clause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

/** A specifier as a file of the checkout: sources are imported under the name they get when compiled. */
function targetOf(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = relative(root, resolve(root, dirname(file), specifier.replace(/\?.*$/, '')));
  const source = path.replace(/\.js$/, '.ts');
  return existsSync(join(root, source)) ? source : path;
}

/** Everything that can be reached from the entries by imports, the entries included. */
export function reachedFrom(entries: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    if (!/\.[tj]s$/.test(file)) continue;
    for (const { target } of importsOf(file)) if (target !== undefined) open.push(target);
  }
  return reached;
}

/** Groups of files that import each other in a circle (Tarjan's strongly connected components). */
export function cyclesOf(files: readonly string[], edges: (file: string) => readonly string[]): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): number => {
    const mine = index.size;
    index.set(file, mine);
    stack.push(file);
    let lowest = mine;
    for (const next of edges(file)) {
      if (!index.has(next)) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, index.get(next) ?? lowest);
    }
    low.set(file, lowest);
    if (lowest < mine) return lowest;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1 || edges(file).includes(file)) cycles.push(group);
    return lowest;
  };
  for (const file of files) if (!index.has(file)) visit(file);
  return cycles;
}

/** Values that a file exports by name and declares itself; types and custom elements, known by their tag, aside. */
export function exportedValues(file: string): string[] {
  return syntaxOf(file).statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return [];
    const exported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    if (ts.isClassDeclaration(statement) && ts.getDecorators(statement)?.length) return [];
    const named = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
    return named && statement.name ? [statement.name.text] : [];
  });
}

/** How often a file says each name, what it exports of others included. */
export function namesOf(file: string): Map<string, number> {
  const names = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.set(node.text, (names.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(syntaxOf(file));
  return names;
}

/** Files of which another exports everything. */
export function starredBy(file: string): string[] {
  const starred = syntaxOf(file).statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) &&
    !statement.exportClause &&
    statement.moduleSpecifier &&
    ts.isStringLiteral(statement.moduleSpecifier)
      ? [statement.moduleSpecifier.text]
      : [],
  );
  return importsOf(file).flatMap(({ specifier, target }) =>
    target !== undefined && starred.includes(specifier) ? [target] : [],
  );
}
