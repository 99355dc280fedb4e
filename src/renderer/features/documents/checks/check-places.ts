import type { Editor } from '@tiptap/react';
import { partAt } from '#renderer/lib/plain.ts';
import { rangeOf, type TextRange } from '#renderer/ui/rich-text/index.ts';
import type { CheckFinding, CheckPlace } from '#shared/features/documents/checks/schema.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import type { PinnedField } from '#shared/features/reviews/schema.ts';
import type { SavedDocument } from '../draft/document-form.ts';

/** Whether the words still stand there; letters that UniKey made of two signs count differently and say no. */
function isStillThere(editor: Editor, range: TextRange, words: string): boolean {
  return editor.state.doc.textBetween(range.from, range.to, '\n', '\ufffc').normalize('NFC') === words;
}

/** Selects the words in the text and brings them in sight. */
export function selectInEditor(editor: Editor, place: CheckPlace): void {
  const range = rangeOf(editor.state.doc, place);
  if (range) editor.chain().focus().setTextSelection(range).scrollIntoView().run();
  else editor.commands.focus();
}

/** Puts the right words in, as if typed: Ctrl+Z takes them back. False when the place has changed. */
export function fixInEditor(editor: Editor, { place, words, fix }: CheckFinding): boolean {
  const range = rangeOf(editor.state.doc, place);
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
  const value = partAt(form.getValues(), [field]);
  const lines = Array.isArray(value) ? value.slice(0, index) : [];
  const start = lines.reduce((sum: number, line) => sum + String(line).length + 1, 0);
  input.setSelectionRange(start + from, start + to);
}

function hasWords(value: unknown): value is string | string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}

/** The value of a field with the fix in it. */
export function fixedField(
  fields: DocumentFields,
  { place: { field, index, from, to }, fix }: CheckFinding,
): string | string[] | null {
  const value = fields[field];
  if (!fix || !hasWords(value)) return null;
  const replaced = (text: string) => text.slice(0, from) + fix.text + text.slice(to);
  if (!Array.isArray(value)) return replaced(value);
  if (fix.kind === 'append') return [...value, fix.text];
  return value.map((line, i) => (i === index ? replaced(line) : line));
}

/** The field that an opinion is about. */
export function focusField({ form }: SavedDocument, field: PinnedField): void {
  if (field !== 'document' && field !== 'body')
    form.getInputNode(field === 'signature' ? 'signerName' : field)?.focus();
}
