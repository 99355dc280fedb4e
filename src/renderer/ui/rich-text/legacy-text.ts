import { closeHistory } from '@tiptap/pm/history';
import type { MarkType, Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform';
import { type Editor, Mark } from '@tiptap/react';
import { fromLegacy, type LegacyFont } from '#shared/text/legacy-fonts.ts';

/** What the note under the toolbar says of pasted text in an old font. */
export type LegacyNotice = {
  from: number;
  to: number;
  fonts: LegacyFont[];
  /** Signs without a letter, and capitals that come out small. */
  unknown: string[];
  capitals: string[];
};

type Run = { from: number; to: number; node: Node; font: LegacyFont; inCapitals: boolean };

const key = new PluginKey<LegacyNotice | null>('legacy-text');

/**
 * Remembers, through every edit and undo, which pasted letters are in an old font, until the clerk has decided. It is
 * no part of the text: the document model does not have it.
 */
export const LegacyText = Mark.create({
  name: 'legacyFont',
  inclusive: false,
  addAttributes: () => ({
    font: {
      default: 'tcvn3',
      parseHTML: (element: HTMLElement) => (element.dataset.legacyFont === 'vni' ? 'vni' : 'tcvn3'),
      renderHTML: ({ font }) => ({ 'data-legacy-font': font }),
    },
    /** In a font that draws small letters as capitals. */
    inCapitals: {
      default: false,
      parseHTML: (element: HTMLElement) => element.dataset.capitals === 'true',
      renderHTML: ({ inCapitals }) => (inCapitals ? { 'data-capitals': 'true' } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-legacy-font]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
  addProseMirrorPlugins() {
    const { type } = this;
    return [
      new Plugin<LegacyNotice | null>({
        key,
        state: {
          init: () => null,
          apply: (tr, before) => (tr.docChanged ? noticeAfter(tr, before, type) : before),
        },
      }),
    ];
  },
});

export function legacyNotice(state: EditorState): LegacyNotice | null {
  return key.getState(state) ?? null;
}

/** Typing looks at its own letters only; the whole of a paste is looked at again only while it waits. */
function noticeAfter(tr: Transaction, before: LegacyNotice | null, type: MarkType): LegacyNotice | null {
  let from = before ? tr.mapping.map(before.from, -1) : Number.POSITIVE_INFINITY;
  let to = before ? tr.mapping.map(before.to, 1) : Number.NEGATIVE_INFINITY;
  tr.steps.forEach((step, index) => {
    const isReplacing = step instanceof ReplaceStep || step instanceof ReplaceAroundStep;
    if (!isReplacing || !bringsLegacy(step.slice, type)) return;
    const later = tr.mapping.slice(index + 1);
    step.getMap().forEach((_from, _to, newFrom, newTo) => {
      from = Math.min(from, later.map(newFrom, -1));
      to = Math.max(to, later.map(newTo, 1));
    });
  });
  if (from > to) return null;
  return noticeOf(runsIn(tr.doc, from, to, type), from, to);
}

function bringsLegacy(slice: Slice, type: MarkType): boolean {
  let found = false;
  slice.content.descendants((node) => {
    if (type.isInSet(node.marks)) found = true;
    return !found;
  });
  return found;
}

function runsIn(doc: Node, from: number, to: number, type: MarkType): Run[] {
  const runs: Run[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    const mark = node.isText ? type.isInSet(node.marks) : undefined;
    if (!mark) return;
    const font = mark.attrs.font === 'vni' ? 'vni' : 'tcvn3';
    runs.push({ from: at, to: at + node.nodeSize, node, font, inCapitals: mark.attrs.inCapitals === true });
  });
  return runs;
}

function noticeOf(runs: readonly Run[], from: number, to: number): LegacyNotice | null {
  if (runs.length === 0) return null;
  const results = runs.map(converted);
  return {
    from,
    to,
    fonts: [...new Set(runs.map(({ font }) => font))],
    unknown: [...new Set(results.flatMap(({ unknown }) => unknown))],
    capitals: [...new Set(results.flatMap(({ capitals }) => capitals))],
  };
}

function converted({ node, font, inCapitals }: Run): ReturnType<typeof fromLegacy> {
  const result = fromLegacy(node.text ?? '', font);
  return inCapitals ? { ...result, text: result.text.toUpperCase(), capitals: [] } : result;
}

/** Replaces exactly the pasted letters, in one step of undo. */
export function convertLegacy({ state, view, schema }: Editor): void {
  const notice = legacyNotice(state);
  const type = schema.marks[LegacyText.name];
  if (!notice || !type) return;
  const tr = closeHistory(state.tr);
  for (const run of runsIn(state.doc, notice.from, notice.to, type).reverse()) {
    tr.replaceWith(run.from, run.to, schema.text(converted(run).text, type.removeFromSet(run.node.marks)));
  }
  view.dispatch(tr);
  view.focus();
}

/** Leaves the letters as they are. Nothing of the document changes, so there is nothing to undo. */
export function keepLegacy({ state, view, schema }: Editor): void {
  const type = schema.marks[LegacyText.name];
  if (!type) return;
  view.dispatch(state.tr.removeMark(0, state.doc.content.size, type).setMeta('addToHistory', false));
  view.focus();
}
