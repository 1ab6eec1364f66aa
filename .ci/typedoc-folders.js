import { relative, resolve } from 'node:path';
import { Converter, Models } from 'typedoc';

const top = resolve(import.meta.dirname, '..');

/** Lists what a part exports by the folder it lies in: `src/decoder/classifiers/lda.ts` under `classifiers`. */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const part of context.project.children ?? [])
      for (const exported of part.children ?? []) {
        const file = context.getSymbolFromReflection(exported)?.declarations?.[0]?.getSourceFile().fileName;
        const [, , room, within] = relative(top, file ?? '').split('/');
        if (!within) continue;
        const text = room.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
        exported.comment ??= new Models.Comment();
        exported.comment.blockTags.push(new Models.CommentTag('@category', [{ kind: 'text', text }]));
      }
  });
}
