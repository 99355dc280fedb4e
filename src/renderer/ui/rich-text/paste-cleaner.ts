import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { Extension } from '@tiptap/react';
import { markLegacy } from './legacy-marks.ts';
import { cleanHtml, cleanPastedText } from './paste.ts';

type Options = {
  /** Pictures were pasted or dropped, and left out. */
  onImages: () => void;
};

/** What comes from Word, a web page or an old file enters as NFC and in the shapes that the model has. */
export const PasteCleaner = Extension.create<Options>({
  name: 'pasteCleaner',
  addOptions: () => ({ onImages: () => {} }),
  addProseMirrorPlugins() {
    const { onImages } = this.options;
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) => {
            if (isOurs(html)) return html;
            const clean = cleanHtml(html);
            if (clean.hasImages) onImages();
            return clean.html;
          },
          transformPastedText: cleanPastedText,
          transformPasted: (slice, view) => fitTable(markLegacy(slice, view.state.schema), view),
          handlePaste: (view, event) => {
            // What was typed or pasted a moment ago is taken back on its own.
            view.dispatch(closeHistory(view.state.tr));
            return refuseFiles(event.clipboardData, onImages);
          },
          handleDrop: (_view, event) => refuseFiles(event.dataTransfer, onImages),
        },
      }),
    ];
  },
});

/** Copied in an editor of ours: ProseMirror marks its own. */
function isOurs(html: string): boolean {
  return html.includes('data-pm-slice');
}

/** A picture alone. Word and Excel put a picture of the text beside the text: that one is just not looked at. */
function refuseFiles(data: DataTransfer | null, onImages: () => void): boolean {
  const files = [...(data?.files ?? [])];
  if (!data || files.length === 0 || data.getData('text/html') || data.getData('text/plain')) return false;
  if (files.some((file) => file.type.startsWith('image/'))) onImages();
  return true;
}

/** Into a cell go lines of text: headings and lists become paragraphs; cells of a table go over cells. */
function fitTable(slice: Slice, view: EditorView): Slice {
  const [first, second] = slice.content.content;
  if (!isInTable(view.state) || !first || first.isInline || (!second && /^table/u.test(first.type.name)))
    return slice;
  const { paragraph } = view.state.schema.nodes;
  if (!paragraph) return slice;
  const lines: Node[] = [];
  slice.content.descendants((node) => {
    if (node.isTextblock) lines.push(paragraph.create(null, node.content));
    return !node.isTextblock;
  });
  return lines.length > 0 ? new Slice(Fragment.fromArray(lines), 1, 1) : slice;
}
