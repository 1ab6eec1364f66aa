import { escaped } from './svg.js';

/** One section of a report. */
export interface Section {
  readonly title: string;
  /** What is to be seen, in a sentence. */
  readonly text?: string;
  /** HTML, escaped already. */
  readonly content: string;
}

const style = `
:root{color-scheme:light dark;--ink:#1d2733;--soft:#5b6b7b;--line:#d8dee5;--paper:#fff;--panel:#f5f7f9;--mark:11,114,133;--bad:#c0392b}
@media(prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#9aa8b6;--line:#33404d;--paper:#12181f;--panel:#1a222b;--mark:77,196,214;--bad:#ff8a76}}
*{box-sizing:border-box}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:1080px;margin:0 auto;padding:32px 20px}
h1{font-size:26px;margin:0 0 4px}h2{font-size:18px;margin:36px 0 4px}p{margin:0 0 12px;color:var(--soft)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:16px 0}dt{color:var(--soft)}dd{margin:0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:14px}
th,td{text-align:right;padding:4px 10px;border-bottom:1px solid var(--line);white-space:nowrap}
th{color:var(--soft);font-weight:600}th:first-child,td:first-child{text-align:left}
tr.best td{font-weight:600}tr.first td{border-top:2px solid var(--line)}td.bad{color:var(--bad)}
.grid{display:flex;flex-wrap:wrap;gap:16px}.grid figure{margin:0;background:var(--panel);border-radius:8px;padding:10px}
figcaption{font-size:13px;color:var(--soft);max-width:240px}
svg{display:block;max-width:100%;height:auto}svg text{fill:var(--ink);font:11px system-ui,sans-serif}svg text.soft{fill:var(--soft)}
svg .axis{stroke:var(--line)}svg .reference{stroke:var(--soft);stroke-dasharray:4 3}
svg .curve{fill:none;stroke:rgb(var(--mark));stroke-width:2}svg .dot{fill:rgb(var(--mark));stroke:var(--paper)}
svg .cell{fill:rgb(var(--mark))}
footer{margin-top:40px;font-size:13px;color:var(--soft)}`;

/** A report as one HTML file that needs nothing else: no script, no font, no network. */
export function page(
  title: string,
  facts: readonly (readonly [name: string, value: string | number])[],
  sections: readonly Section[],
  footer: string,
): string {
  const list = facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('');
  const body = sections.map(
    ({ title: heading, text, content }) =>
      `<section><h2>${escaped(heading)}</h2>${text ? `<p>${escaped(text)}</p>` : ''}${content}</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1><dl>${list}</dl>
${body.join('\n')}
<footer>${escaped(footer)}</footer></body>
</html>
`;
}

/** A table of a report; `mark` gives a row its class, such as `best`. */
export function htmlTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  mark: (row: number) => string = () => '',
): string {
  const cells = (row: readonly (string | number)[], tag: string): string =>
    row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('');
  const body = rows.map((row, r) => {
    const name = mark(r);
    return `<tr${name && ` class="${escaped(name)}"`}>${cells(row, 'td')}</tr>`;
  });
  return `<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** Figures beside each other, each with a caption. */
export function figures(items: readonly (readonly [svg: string, caption: string])[]): string {
  const each = items.map(
    ([drawing, caption]) => `<figure>${drawing}<figcaption>${escaped(caption)}</figcaption></figure>`,
  );
  return `<div class="grid">${each.join('')}</div>`;
}
