import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesOf, reachedFrom, syntaxOf } from '../support/source-tree.js';
import { runCommand } from './commands/run-command.js';

/** Options of every command, as its help lists them. */
const optionsOf = new Map<string, ReadonlySet<string>>();
/** Commands by the files that they reach. */
const reachedBy = new Map<string, ReadonlySet<string>>();

const commandFiles = filesOf('server/commands').filter((file) =>
  syntaxOf(file).text.includes('new Command('),
);
const nameOf = (file: string): string => file.replace(/^.*\/|\.ts$/g, '');
/** Options of the program itself. */
const others = new Set(['--json', '--debug', '--help', '--version']);

beforeAll(async () => {
  for (const file of commandFiles) {
    const { out } = await runCommand(nameOf(file), '--help');
    optionsOf.set(
      nameOf(file),
      new Set([...out.matchAll(/^ +(?:-\w, )?(--[a-z][a-z-]*)/gm)].map(([, name]) => name)),
    );
    reachedBy.set(nameOf(file), reachedFrom([file]));
  }
});

/** Texts of a file that people may read, those that declare options aside. */
function textsOf(file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    else if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    else ts.forEachChild(node, visit);
  };
  visit(syntaxOf(file));
  return texts;
}

/** Commands that can give a text of a file. */
function giversOf(file: string): string[] {
  if (commandFiles.includes(file)) return [nameOf(file)];
  return [...optionsOf.keys()].filter((command) => reachedBy.get(command)?.has(file));
}

describe('every hint', () => {
  it('names options and commands that exist where it can be given', () => {
    const wrong: string[] = [];
    for (const file of [...filesOf('src'), ...filesOf('server')])
      for (const text of textsOf(file)) {
        // Properties of a style sheet look like options.
        if (text.includes(':root')) continue;
        const told = [...text.matchAll(/myodesis ([a-z]+)(?![\w/.])/g)];
        for (const [whole, command = ''] of told)
          if (
            /^ --|^ [A-Za-z<"]/.test(text.slice(text.indexOf(whole) + whole.length)) &&
            !optionsOf.has(command)
          )
            wrong.push(`${file}: ${whole}`);
        const named = told.map(([, command = '']) => command).filter((command) => optionsOf.has(command));
        for (const [option] of text.matchAll(/(?<![\w-])--[a-z][a-z-]*(?![\w-])/g)) {
          if (others.has(option)) continue;
          const givers = named.length > 0 ? named : giversOf(file);
          if (givers.length > 0 && !givers.some((command) => optionsOf.get(command)?.has(option)))
            wrong.push(`${file}: ${option} in ${JSON.stringify(text.slice(0, 90))}`);
        }
      }
    expect(wrong).toEqual([]);
  });

  it.each(['train', 'evaluate', 'replay', 'compare', 'fit', 'features'])(
    'of a reader can be followed in %s: it has every option of reading',
    (command) => {
      for (const option of ['--rate', '--unit', '--variable', '--stream', '--channels'])
        expect(optionsOf.get(command), option).toContain(option);
    },
  );
});
