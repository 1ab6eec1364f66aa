import { html, nothing, type TemplateResult } from 'lit';
import type { SourceRef } from '../../../src/ground/sources/index.js';
import type { Source } from '../../../src/ground/sources/source.js';
import { dialsTexts } from '../../texts/dials.js';
import { said } from '../../ui/said.js';
import type { Sources } from '../../data/scenario-fields.js';

/** The sources of a field: reference, where to read it, and what it found on how many. */
export function sourceList(ref: SourceRef | undefined, registry: Sources | undefined) {
  return registry ? registry.sourceIds(ref).map((id) => shown(registry.sources[id])) : nothing;
}

function shown(source: Source): TemplateResult {
  return html`<br /><cite>${source.reference}</cite> ${link(source)}${source.findings.map(
      ({ says, of, n }) =>
        html`<br /><span class="finding"
            >${said(says)}${of === undefined ? nothing : dialsTexts().of(of)};
            ${typeof n === 'number' ? `n = ${n}` : `n: ${n}`}</span
          >`,
    )}${source.state === 'memory' ? html`<br />${dialsTexts().fromMemory}` : nothing}`;
}

function link({ doi, pmid }: Source) {
  if (doi !== undefined) return outside(`https://doi.org/${doi}`, `doi:${doi}`);
  if (pmid !== undefined) return outside(`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`, `PMID ${pmid}`);
  return nothing;
}

const outside = (href: string, text: string) =>
  html`<a href=${href} target="_blank" rel="noreferrer">${text}</a>`;
