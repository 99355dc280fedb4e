import type { PageSize, SvgPage } from './typesetter-protocol.ts';

const mmPerPt = 25.4 / 72;
/** A thousandth of a point is finer than any screen or eye. */
const fineness = /(\.\d{3})\d+/gu;

/**
 * Cuts Typst's one tall SVG into its pages. Each direct child <g> of it is a page (the templates give pages no
 * background, which would be another child); the shapes of letters are shared, and each page gets those it uses.
 * What comes out has no script, style, font or reference to anything outside: an <img> under a strict CSP shows it.
 */
export function svgPages(merged: string, count: number): SvgPage[] {
  const children = directChildren(merged);
  const bodies = children.filter((child) => child.startsWith('<g'));
  if (bodies.length !== count) throw new Error(`${bodies.length} pages in the SVG, ${count} in the document`);
  const [width, height] = viewBox(merged);
  const size = { widthMm: width * mmPerPt, heightMm: (height / count) * mmPerPt };
  const shapes = glyphShapes(children.filter((child) => child.startsWith('<defs')).join(''));
  return bodies.map((body) => ({ ...size, svg: page(body, width, height / count, size, shapes) }));
}

function page(
  body: string,
  width: number,
  height: number,
  size: PageSize,
  shapes: Map<string, string>,
): string {
  // Its place in the tall picture is the first transform; alone it starts at the top.
  const placed = body.replace(/^<g transform="matrix\(1 0 0 1 0 [\d.]+\)">/u, '<g>');
  const used = new Map<string, string>();
  const compact = placed
    .replaceAll(' fill="#000000" fill-rule="nonzero"', '')
    .replaceAll(' class="typst-text"', '')
    .replaceAll(' class="typst-group"', '')
    .replaceAll(' class="typst-shape"', '')
    .replace(fineness, '$1')
    .replace(/<use xlink:href="#(g[0-9A-F]+)"/gu, (_, name: string) => {
      const short = used.get(name) ?? `g${used.size}`;
      used.set(name, short);
      return `<use href="#${short}"`;
    });
  const defs = [...used]
    .map(([name, short]) => `<path id="${short}" d="${shapes.get(name) ?? ''}"/>`)
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.widthMm}mm" height="${size.heightMm}mm" ` +
    `viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#fff"/>` +
    `<defs>${defs}</defs>${compact}</svg>`
  );
}

function viewBox(svg: string): [number, number] {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg);
  if (!box) throw new Error('SVG without a size');
  return [Number(box[1]), Number(box[2])];
}

/** The children of the root element, without the blanks between tags. */
function directChildren(svg: string): string[] {
  const children: string[] = [];
  let depth = 0;
  let child = '';
  for (const [tag] of svg.matchAll(/<[^>]+>/gu)) {
    const closes = tag.startsWith('</');
    if (closes) depth -= 1;
    if (depth > 0) child += tag;
    if (!closes && !tag.endsWith('/>')) depth += 1;
    if (depth === 1 && child) {
      children.push(child);
      child = '';
    }
  }
  return children;
}

function glyphShapes(defs: string): Map<string, string> {
  const shapes = new Map<string, string>();
  for (const [, name, shape] of defs.matchAll(/<symbol id="(g[0-9A-F]+)"[^>]*><path d="([^"]*)"\/>/gu)) {
    if (name && shape !== undefined) shapes.set(name, shape.replace(fineness, '$1'));
  }
  return shapes;
}
