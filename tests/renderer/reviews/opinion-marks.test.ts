import { EditorState, TextSelection } from '@tiptap/pm/state';
import { type Editor, getSchema } from '@tiptap/react';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  heldPin,
  holdSelection,
  OpinionMarks,
  opinionAt,
  showOpinions,
} from '#renderer/features/reviews/opinion-marks.ts';
import { richTextExtensions } from '#renderer/ui/rich-text/extensions.ts';
import { placeOf, rangeOf } from '#renderer/ui/rich-text/index.ts';
import type { Opinion } from '#shared/features/reviews/schema.ts';

const schema = getSchema(richTextExtensions());
const paragraph = (text: string) => ({
  type: 'paragraph',
  ...(text && { content: [{ type: 'text', text }] }),
});

/** As much of an editor as the marks use. */
function editorOf(texts: readonly string[]) {
  const plugins = OpinionMarks.config.addProseMirrorPlugins?.call({} as never) ?? [];
  const doc = schema.nodeFromJSON({ type: 'doc', content: texts.map(paragraph) });
  const editor = {
    state: EditorState.create({ doc, plugins }),
    view: {
      hasFocus: () => false,
      dispatch: (transaction: Parameters<EditorState['apply']>[0]) => {
        editor.state = editor.state.apply(transaction);
      },
    },
  };
  return editor as unknown as Editor & { state: EditorState };
}

function select(editor: ReturnType<typeof editorOf>, from: number, to: number): void {
  const { state } = editor;
  editor.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  text: fc.constantFrom('', 'thêm chữ ', '¶'),
});

test('words that an opinion is being written on are held while somebody types around them', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const editor = editorOf(['Đoạn đầu tiên.', 'Giao Văn phòng Đảng ủy theo dõi.', 'Đoạn cuối cùng.']);
      const { from = 0 } = rangeOf(editor.state.doc, { index: 1, part: 0, from: 5, to: 22 }) ?? {};
      select(editor, from, from + 17);
      expect(holdSelection(editor)?.quote).toBe('Văn phòng Đảng ủy');
      for (const { at, text } of edits) {
        const { doc, tr } = editor.state;
        const place = rangeOf(doc, heldPin(editor)?.place ?? { index: 0, part: 0, from: 0, to: 0 });
        if (!place) throw new Error('lost');
        const position = Math.round(at * doc.content.size);
        const $at = doc.resolve(position);
        const isWithin = position > place.from && position < place.to;
        if (!$at.parent.isTextblock || isWithin) continue;
        if (text === '¶') editor.view.dispatch(tr.split(position));
        else if (text !== '') editor.view.dispatch(tr.insertText(text, position));
        else if (position + 1 <= $at.end() && (position + 1 <= place.from || position >= place.to))
          editor.view.dispatch(tr.delete(position, position + 1));
      }
      expect(heldPin(editor)?.quote).toBe('Văn phòng Đảng ủy');
    }),
  );
});

test('with only the cursor the paragraph is meant, and an empty one means nothing', () => {
  const editor = editorOf(['Đoạn đầu tiên.', '']);
  select(editor, 4, 4);
  expect(holdSelection(editor)).toEqual({
    field: 'body',
    place: { index: 0, part: 0, from: 0, to: null },
    quote: 'Đoạn đầu tiên.',
  });
  select(editor, 17, 17);
  expect(holdSelection(editor)).toBeNull();
  select(editor, 5, 10);
  expect(holdSelection(editor)?.quote).toBe('đầu');
});

test('places count the letters of the model, however they were typed', () => {
  const decomposed = 'Tiếp thu ý kiến'.normalize('NFD');
  const editor = editorOf([decomposed]);
  const found = placeOf(editor.state.doc, {
    from: 1 + 'Tiếp '.normalize('NFD').length,
    to: 1 + 'Tiếp thu'.normalize('NFD').length,
  });
  expect(found).toEqual({ place: { index: 0, part: 0, from: 5, to: 8 }, words: 'thu' });
  const range = found && rangeOf(editor.state.doc, found.place);
  expect(range && editor.state.doc.textBetween(range.from, range.to)).toBe('thu');
  expect(rangeOf(editor.state.doc, { index: 0, part: 0, from: 0, to: 99 })).toBeNull();
  expect(rangeOf(editor.state.doc, { index: 3, part: 0, from: 0, to: 1 })).toBeNull();
});

test('at the cursor the opinion on the words comes before the one on the paragraph', () => {
  const editor = editorOf(['Giao Văn phòng Đảng ủy theo dõi.']);
  const on = (id: string, from: number, to: number | null): Opinion => ({
    id,
    kind: 'remark',
    text: id,
    proposed: null,
    field: 'body',
    place: { index: 0, part: 0, from, to },
    quote: '',
    version: 'v1',
    at: '2026-11-20T01:00:00.000Z',
    actorName: 'Văn thư',
    draftRound: null,
    standing: { state: 'kept', place: { index: 0, part: 0, from, to: to ?? 32 } },
    clause: '',
    replies: [],
    settled: null,
    isMine: false,
    maySettle: false,
    mayCorrect: false,
  });
  showOpinions(editor, [on('paragraph', 0, null), on('words', 5, 22)], null);
  select(editor, 10, 10);
  expect(opinionAt(editor)).toBe('words');
  select(editor, 30, 30);
  expect(opinionAt(editor)).toBe('paragraph');
  editor.view.dispatch(editor.state.tr.insertText('Nay ', 1));
  select(editor, 25, 25);
  expect(opinionAt(editor)).toBe('words');
});
