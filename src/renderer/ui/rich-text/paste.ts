/** Text as it may enter: NFC, no odd blanks, one kind of line end. */
export function cleanPastedText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[\t\u00a0\u202f]/gu, ' ')
    .replace(/[\u00ad\u200b\ufeff]/gu, '');
}

/**
 * Word and web pages say many things that the model does not: lists that are paragraphs with a sign in front, numbered
 * lists, lists within lists, tables. Their words are kept, as far as possible in the shape they had; the editor's own
 * schema then drops every other tag and attribute.
 */
export function cleanHtml(html: string): string {
  const page = new DOMParser().parseFromString(cleanPastedText(html), 'text/html');
  for (const unseen of page.querySelectorAll(
    'style, script, title, meta, link, xml, img, [style*="display:none"]',
  )) {
    unseen.remove();
  }
  for (const paragraph of page.querySelectorAll<HTMLElement>('p[style*="mso-list"]')) wordListItem(paragraph);
  // From the inside out: what is within another list has become paragraphs before that one is looked at.
  for (const list of [...page.querySelectorAll('ol')].reverse()) spellOut(list);
  for (const list of [...page.querySelectorAll('li ul')].reverse()) moveOut(list);
  for (const cell of page.querySelectorAll('td, th')) cell.append(page.createTextNode(' '));
  for (const row of page.querySelectorAll('tr')) rowAsParagraph(row);
  return page.body.innerHTML;
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

function rowAsParagraph(row: Element): void {
  const table = row.closest('table');
  const text = row.textContent?.replace(/\s+/gu, ' ').trim();
  if (!table || !text) return;
  const paragraph = row.ownerDocument.createElement('p');
  paragraph.append(text);
  table.before(paragraph);
  row.remove();
}
