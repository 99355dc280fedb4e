import { type AnyExtension, type Extensions, wrappingInputRule } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { Abbreviations } from './abbreviations.ts';
import { LegacyText } from './legacy-text.ts';
import { NumberedHeadings } from './numbered-headings.ts';
import { PasteCleaner } from './paste-cleaner.ts';
import { SectionKeys } from './section-commands.ts';
import { tableNodes } from './table-nodes.ts';
import { UndoPhrases } from './undo-phrases.ts';

/**
 * Exactly the schema of `shared/text-model/body.ts`, nothing that it would refuse (the mark of an old font is
 * dropped when the value is read). No trailing paragraph is
 * added by itself: opening a document must not change it.
 */
const OfficeKit = StarterKit.configure({
  blockquote: false,
  code: false,
  codeBlock: false,
  horizontalRule: false,
  link: false,
  orderedList: false,
  strike: false,
  underline: false,
  trailingNode: false,
  heading: { levels: [1, 2, 3] },
  undoRedo: { depth: 2_000 },
}).extend({
  addExtensions() {
    const kit: Extensions = this.parent?.() ?? [];
    return kit.map(adapted);
  },
});

function adapted(extension: AnyExtension): AnyExtension {
  switch (extension.name) {
    // The model has no list within a list.
    case 'listItem':
      return extension.extend({ content: 'paragraph+' });
    // "- " begins a list, as the paper has it; "*" and "+" stay what they are.
    case 'bulletList':
      return extension.extend({
        addInputRules() {
          const type = this.editor.schema.nodes.bulletList;
          return type ? [wrappingInputRule({ find: /^\s*-\s$/u, type })] : [];
        },
      });
    // What is pasted may have six levels.
    case 'heading':
      return extension.extend({
        addInputRules: () => [],
        parseHTML: () =>
          [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, 3) } })),
      });
    // Ctrl+Enter belongs to the page.
    case 'hardBreak':
      return extension.extend({
        addKeyboardShortcuts() {
          return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
        },
      });
    // "**", "__" and the like are signs in an office, not marks.
    case 'bold':
    case 'italic':
      return extension.extend({ addInputRules: () => [], addPasteRules: () => [] });
    default:
      return extension;
  }
}

/** `onImages` is told when pictures were pasted and left out. */
export function richTextExtensions(onImages: () => void = () => {}): Extensions {
  return [
    OfficeKit,
    SectionKeys,
    NumberedHeadings,
    ...tableNodes,
    LegacyText,
    Abbreviations,
    UndoPhrases,
    PasteCleaner.configure({ onImages }),
  ];
}
