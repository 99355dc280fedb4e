import { history, undo } from '@tiptap/pm/history';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { getSchema } from '@tiptap/react';
import { expect, test } from 'vitest';
import { richTextExtensions } from '#renderer/ui/rich-text/extensions.ts';
import { endPhrase, undoPhrases } from '#renderer/ui/rich-text/undo-phrases.ts';

const schema = getSchema(richTextExtensions());

/** Types without a pause: nothing but the text ends a step. */
function typist() {
  let time = 0;
  const view = {
    state: EditorState.create({ schema, plugins: [history(), undoPhrases()] }),
    dispatch: (tr: Transaction) => {
      time += 1;
      view.state = view.state.apply(tr.setTime(time));
    },
  };
  return {
    type: (text: string) => {
      for (const letter of text) {
        endPhrase(view);
        view.dispatch(view.state.tr.insertText(letter));
      }
    },
    /** As UniKey does: letters taken back, and typed anew at once. */
    retype: (back: number, text: string) => {
      const { from } = view.state.selection;
      view.dispatch(view.state.tr.delete(from - back, from));
      endPhrase(view);
      view.dispatch(view.state.tr.insertText(text));
    },
    undo: () => undo(view.state, view.dispatch),
    text: () => view.state.doc.textContent,
  };
}

test('of three sentences typed at once each goes by itself', () => {
  const { type, undo, text } = typist();
  type('Họp lúc 7 giờ. Bàn việc lúa. Xong sớm.');
  undo();
  expect(text()).toBe('Họp lúc 7 giờ. Bàn việc lúa. ');
  undo();
  expect(text()).toBe('Họp lúc 7 giờ. ');
  undo();
  expect(text()).toBe('');
});

test('a long sentence goes by its parts, and a long run of words by some of them', () => {
  const { type, undo, text } = typist();
  type('Đảng ủy thống nhất, giao Văn phòng theo dõi việc thực hiện Nghị quyết này');
  const left: string[] = [];
  while (undo()) left.push(text());
  expect(left).toEqual([
    'Đảng ủy thống nhất, giao Văn phòng theo dõi việc thực hiện Nghị quyết ',
    'Đảng ủy thống nhất, giao Văn phòng theo dõi ',
    'Đảng ủy thống nhất, ',
    '',
  ]);
});

test('letters that UniKey takes back and types anew stay in the step of their word', () => {
  const { type, retype, undo, text } = typist();
  type('Xong việc. ddu');
  retype(3, 'đu');
  type('owc');
  retype(3, 'ợc');
  expect(text()).toBe('Xong việc. đuợc');
  undo();
  expect(text()).toBe('Xong việc. ');
});

test('no step ends within a word or a figure', () => {
  const { type, undo, text } = typist();
  type('Thu 1.234,5 triệu đồng tại xã Sơn-Liên (đạt 98,5%)');
  while (undo()) expect(text()).toMatch(/(?:^|\s)$/u);
});
