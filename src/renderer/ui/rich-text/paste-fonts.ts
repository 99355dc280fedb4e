import { type LegacyFont, legacyFontNamed, legacyOdds } from '#shared/text/legacy-fonts.ts';

type Named = { font: LegacyFont; capitals: boolean };

/** Text under the name of an old font is marked as such, unless its letters say that it is not. */
export function markNamedFonts(page: Document): void {
  const groups = new Map<
    Element,
    Map<LegacyFont, { nodes: { text: Text; named: Named }[]; words: string }>
  >();
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const named = fontOf(node.parentElement);
    if (!named || !isText(node)) continue;
    const text = node;
    const block = text.parentElement?.closest('p, li, td, th, h1, h2, h3, h4, h5, h6, div') ?? page.body;
    const fonts = groups.get(block) ?? new Map();
    groups.set(block, fonts);
    const group = fonts.get(named.font) ?? { nodes: [], words: '' };
    group.nodes.push({ text, named });
    group.words += text.data;
    fonts.set(named.font, group);
  }
  for (const [font, { nodes, words }] of [...groups.values()].flatMap((fonts) => [...fonts])) {
    const isLegacy = legacyOdds(words, font) !== 'unlikely';
    for (const { text, named } of nodes)
      if (isLegacy || (named.capitals && isPlain(words))) mark(text, named);
  }
}

/** Of a page that was pasted: its nodes are made by another window's classes. */
function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

/** Without any sign of the font; in a font of capitals its small letters are still capitals. */
function isPlain(words: string): boolean {
  return /^[\p{ASCII}\s]*[a-z][\p{ASCII}\s]*$/u.test(words);
}

function fontOf(start: Element | null): Named | null {
  for (let element = start; element; element = element.parentElement) {
    const family = familyOf(element);
    if (family) return legacyFontNamed(family);
  }
  return null;
}

/** Also from a style that a browser refuses to read: a name that begins with a point wants quotation marks. */
function familyOf(element: Element): string {
  const written = /font-family\s*:\s*([^;]+)/iu.exec(element.getAttribute('style') ?? '')?.[1];
  return written ?? element.getAttribute('face') ?? '';
}

function mark(text: Text, { font, capitals }: Named): void {
  const span = text.ownerDocument.createElement('span');
  span.dataset.legacyFont = font;
  if (capitals) span.dataset.capitals = 'true';
  text.replaceWith(span);
  span.append(text);
}
