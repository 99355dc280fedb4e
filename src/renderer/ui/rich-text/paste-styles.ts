const properties = ['font-family', 'font-weight', 'font-style'] as const;

/** What a style sheet of pasted text is read as: the page's policy refuses a foreign one even where nothing is styled by it. */
export const foreignSheet = 'script[data-sheet]';

/** Before the text is parsed; a script of a parsed text does not run. */
export function setSheetsAside(html: string): string {
  return html
    .replace(/<style(?=[\s>/])/giu, '<script data-sheet')
    .replace(/<\/style(?=[\s>/])/giu, '</script');
}

/**
 * Word and Excel say in a style sheet what is bold and which font is used; only what stands at the element itself
 * survives, so it is written there.
 */
export function spellOutStyles(page: Document): void {
  for (const { textContent } of page.querySelectorAll(foreignSheet)) {
    for (const rule of rulesOf(textContent ?? '')) {
      const found = properties.filter((name) => rule.style.getPropertyValue(name));
      if (found.length === 0) continue;
      for (const element of matches(page, rule.selectorText)) {
        for (const name of found) {
          if (!element.style.getPropertyValue(name))
            element.style.setProperty(name, rule.style.getPropertyValue(name));
        }
      }
    }
  }
  for (const cell of page.querySelectorAll<HTMLElement>('td, th')) {
    if (isBold(cell.style)) wrapContent(cell, 'b');
    if (cell.style.fontStyle === 'italic') wrapContent(cell, 'i');
  }
}

/** Later rules first: an element takes the first that speaks of it. */
function rulesOf(text: string): CSSStyleRule[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text.replace(/<!--|-->/gu, ''));
  return [...sheet.cssRules].filter((rule) => rule instanceof CSSStyleRule).reverse();
}

function matches(page: Document, selector: string): HTMLElement[] {
  try {
    return [...page.body.querySelectorAll<HTMLElement>(selector)];
  } catch {
    return [];
  }
}

function isBold({ fontWeight }: CSSStyleDeclaration): boolean {
  return fontWeight === 'bold' || fontWeight === 'bolder' || Number(fontWeight) >= 600;
}

function wrapContent(cell: Element, tag: 'b' | 'i'): void {
  // A mark goes around words, within the paragraphs of a cell.
  const paragraphs = cell.querySelectorAll('p, div');
  for (const part of paragraphs.length > 0 ? paragraphs : [cell]) {
    const mark = cell.ownerDocument.createElement(tag);
    mark.append(...part.childNodes);
    part.append(mark);
  }
}

/** Whether all the words of an element are bold. */
export function isAllBold(element: Element): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.textContent?.trim() && !isBoldWithin(text.parentElement, element)) return false;
  }
  return true;
}

function isBoldWithin(start: HTMLElement | null, end: Element): boolean {
  for (let element = start; element; element = element.parentElement) {
    if (/^(?:B|STRONG|TH|H[1-6])$/u.test(element.tagName) || isBold(element.style)) return true;
    if (element === end) return false;
  }
  return false;
}
