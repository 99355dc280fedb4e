import type { Editor } from '@tiptap/react';
import type { CheckFinding, CheckPlace } from '#shared/features/documents/checks/schema.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import type { SavedDocument } from './document-form.ts';

type Range = { from: number; to: number };

/** Where the words stand in the editor; null when the text has become another one since. */
function rangeInEditor(editor: Editor, { index, part, from, to }: CheckPlace): Range | null {
  const { doc } = editor.state;
  if (index >= doc.childCount) return null;
  let at = 0;
  for (let i = 0; i < index; i += 1) at += doc.child(i).nodeSize;
  const block = doc.child(index);
  const starts: { start: number; size: number }[] = [];
  if (block.isTextblock) starts.push({ start: at + 1, size: block.content.size });
  else
    block.descendants((node, offset) => {
      if (!node.isTextblock) return;
      starts.push({ start: at + offset + 2, size: node.content.size });
    });
  const paragraph = starts[part];
  if (!paragraph || to > paragraph.size) return null;
  return { from: paragraph.start + from, to: paragraph.start + to };
}

/** Whether the words still stand there; letters that UniKey made of two signs count differently and say no. */
function isStillThere(editor: Editor, range: Range, words: string): boolean {
  return editor.state.doc.textBetween(range.from, range.to, '\n', '\ufffc').normalize('NFC') === words;
}

/** Selects the words in the text and brings them in sight. */
export function selectInEditor(editor: Editor, place: CheckPlace): void {
  const range = rangeInEditor(editor, place);
  if (range) editor.chain().focus().setTextSelection(range).scrollIntoView().run();
  else editor.commands.focus();
}

/** Puts the right words in, as if typed: Ctrl+Z takes them back. False when the place has changed. */
export function fixInEditor(editor: Editor, { place, words, fix }: CheckFinding): boolean {
  const range = rangeInEditor(editor, place);
  if (!fix || !range || !isStillThere(editor, range, words)) return false;
  return editor
    .chain()
    .focus()
    .command(({ tr }) => {
      if (fix.text === '') tr.delete(range.from, range.to);
      else tr.insertText(fix.text, range.from, range.to);
      return true;
    })
    .setTextSelection({ from: range.from, to: range.from + fix.text.length })
    .scrollIntoView()
    .run();
}

/** The field beside the text with the words selected. */
export function selectInField({ form }: SavedDocument, { field, index, from, to }: CheckPlace): void {
  const input = form.getInputNode(field);
  input?.focus();
  if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) return;
  const value: unknown = form.getValues()[field as keyof DocumentFields];
  const lines = Array.isArray(value) ? value.slice(0, index) : [];
  const start = lines.reduce((sum: number, line) => sum + String(line).length + 1, 0);
  input.setSelectionRange(start + from, start + to);
}

/** The value of a field with the fix in it. */
export function fixedField(
  fields: DocumentFields,
  { place: { field, index, from, to }, fix }: CheckFinding,
): string | string[] | null {
  const value = field === 'body' ? null : fields[field];
  if (!fix || value === null) return null;
  const replaced = (text: string) => text.slice(0, from) + fix.text + text.slice(to);
  if (!Array.isArray(value)) return replaced(value);
  if (fix.kind === 'append') return [...value, fix.text];
  return value.map((line, i) => (i === index ? replaced(line) : line));
}
