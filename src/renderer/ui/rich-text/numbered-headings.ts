import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { Extension } from '@tiptap/react';
import { type Clause, type ClauseLevel, type ClausePart, countClauses } from '#shared/text-model/clauses.ts';

const key = new PluginKey<DecorationSet>('heading-numbers');

/** Shows each heading's number before it; the numbers are counted, never part of the text. */
export const NumberedHeadings = Extension.create({
  name: 'numberedHeadings',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: (_, state) => numbers(state.doc),
        apply: (transaction, shown) => (transaction.docChanged ? numbers(transaction.doc) : shown),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

function numbers(doc: Node): DecorationSet {
  return DecorationSet.create(
    doc,
    clausesIn(doc).map(({ at, number }) =>
      Decoration.node(at, at + (doc.nodeAt(at)?.nodeSize ?? 0), { 'data-number': number }),
    ),
  );
}

/** One count for everything that asks about the same text. */
const counted = new WeakMap<Node, readonly Clause[]>();

/** The clauses of what is in the editor, counted as on paper; `at` is the position of the heading. */
export function clausesIn(doc: Node): readonly Clause[] {
  const known = counted.get(doc);
  if (known) return known;
  const parts: ClausePart[] = [];
  doc.forEach((node, at) => {
    if (node.type.name === 'appendix') parts.push({ at, level: 0, title: '', id: null });
    if (node.type.name !== 'heading') return;
    const id = typeof node.attrs.id === 'string' ? node.attrs.id : null;
    parts.push({ at, level: levelOf(node), title: words(node), id });
  });
  const clauses = countClauses(parts);
  counted.set(doc, clauses);
  return clauses;
}

function levelOf({ attrs }: Node): ClauseLevel {
  return attrs.level === 2 || attrs.level === 3 ? attrs.level : 1;
}

/** Its words; a chip among them counts as some. */
function words(heading: Node): string {
  return heading.textBetween(0, heading.content.size, ' ', (leaf) =>
    leaf.type.name === 'hardBreak'
      ? ' '
      : String(leaf.attrs.label ?? leaf.attrs.seen ?? leaf.attrs.name ?? ''),
  );
}
