/** An item of a list without the marks it was typed with: the paper puts its own. "v.v." and "…" keep their dots. */
export function bareItem(item: string): string {
  const text = item.trim().replace(/^[-–+]\s+/u, '');
  const bare = text.replace(/(?:\.\/\.|[;,.\s])+$/u, '');
  const marks = text.slice(bare.length);
  if (marks.startsWith('...')) return `${bare}...`;
  return marks.startsWith('.') && /(?<!\p{L})v\.v$/iu.test(bare) ? `${bare}.` : bare;
}
