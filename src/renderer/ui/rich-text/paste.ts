import { withoutHeapsOfMarks } from '#shared/text/marks.ts';
import { markNamedFonts } from './paste-fonts.ts';
import { foreignSheet, setSheetsAside, spellOutStyles } from './paste-styles.ts';
import { cellsAsText, plainTables } from './paste-tables.ts';

/** Text as it may enter: NFC, no odd blanks, one kind of line end. A soft hyphen may yet be a letter of an old font. */
export function cleanPastedText(text: string): string {
  return withoutHeapsOfMarks(text.toWellFormed())
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[\t\u00a0\u202f]/gu, ' ')
    .replace(/[\u200b\ufeff]/gu, '');
}

const unseen = `script:not(${foreignSheet}), title, meta, link, xml, [style*="display:none"]`;

/**
 * Word and web pages say many things that the model does not: lists that are paragraphs with a sign in front, numbered
 * lists, lists within lists, merged cells, pictures. Their words are kept, as far as possible in the shape they had;
 * the editor's own schema then drops every other tag and attribute.
 */
export function cleanHtml(html: string): { html: string; hasImages: boolean } {
  const page = new DOMParser().parseFromString(setSheetsAside(cleanPastedText(html)), 'text/html');
  for (const element of page.querySelectorAll(unseen)) element.remove();
  spellOutBlanks(page);
  spellOutStyles(page);
  markNamedFonts(page);
  const images = [...page.querySelectorAll('img, picture, svg, canvas')];
  for (const element of [...images, ...page.querySelectorAll(foreignSheet)]) element.remove();
  for (const paragraph of page.querySelectorAll<HTMLElement>('p[style*="mso-list"]')) wordListItem(paragraph);
  // From the inside out: what is within another list has become paragraphs before that one is looked at.
  for (const list of [...page.querySelectorAll('ol')].reverse()) spellOut(list);
  for (const list of [...page.querySelectorAll('li ul')].reverse()) moveOut(list);
  for (const table of [...page.querySelectorAll('table table, li table')].reverse()) cellsAsText(table);
  for (const table of page.querySelectorAll('table')) plainTables(table);
  return { html: page.body.innerHTML, hasImages: images.length > 0 };
}

/** Hard blanks that are written as entities. */
function spellOutBlanks(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const words = text.textContent ?? '';
    if (/[\u00a0\u202f\u200b\ufeff]/u.test(words)) text.textContent = cleanPastedText(words);
  }
}

/** Word writes a list as paragraphs whose sign is text that is to be ignored. */
function wordListItem(paragraph: HTMLElement): void {
  const sign = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
  if (!sign) return;
  const text = sign.textContent?.trim() ?? '';
  // A number is part of what was written; a bullet is a bullet.
  if (/[\p{L}\p{N}]/u.test(text) && text !== 'o') {
    sign.replaceWith(`${text} `);
    return;
  }
  sign.remove();
  const list = paragraph.ownerDocument.createElement('ul');
  const item = paragraph.ownerDocument.createElement('li');
  paragraph.replaceWith(list);
  item.append(paragraph);
  const before = list.previousElementSibling;
  if (before?.tagName === 'UL') {
    before.append(item);
    list.remove();
  } else list.append(item);
}

/** A numbered list: the model has none, so each number becomes text. */
function spellOut(list: HTMLOListElement): void {
  const start = Number(list.getAttribute('start') ?? 1) || 1;
  const paragraphs = [...list.children].flatMap((item, index) => {
    const paragraph = list.ownerDocument.createElement('p');
    const inner = item.querySelector(':scope > p');
    if (inner) {
      inner.prepend(`${start + index}. `);
      return [...item.childNodes];
    }
    paragraph.append(`${start + index}. `, ...item.childNodes);
    return [paragraph];
  });
  list.replaceWith(...paragraphs);
}

/** A list within an item: its items follow that item. */
function moveOut(list: Element): void {
  const outer = list.closest('li');
  if (!outer) return;
  outer.after(...list.children);
  list.remove();
}
