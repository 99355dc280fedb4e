import type { PageSize } from './typesetter-protocol.ts';

const mmPerPt = 25.4 / 72;
/** A thousandth of a point is finer than any screen or eye. */
const fineness = /(\.\d{3})\d+/gu;
/** The drawings of longer papers are not kept: they would fill the memory. */
const mostKept = 100;

/** A page that is cut when it is wanted. */
export type CutPage = PageSize & { draw: () => string };
type Drawing = { widthMm: number; svg: string };
export type PageCutter = (merged: string, count: number, sheet: PageSize) => CutPage[];

/**
 * Cuts Typst's one tall SVG into its pages. Each direct child <g> of it is a page (the templates give pages no
 * background, which would be another child); the shapes of letters are shared, and each page gets those it uses.
 * What comes out has no script, style, font or reference to anything outside: an <img> under a strict CSP shows it.
 * Pages that are as they were the last time are not made again: a key typed on one page leaves the others alone.
 */
export function createPageCutter(): PageCutter {
  let made = new Map<string, Drawing>();
  // Their names are made from what they look like.
  const shapes = new Map<string, string>();
  return (merged, count, sheet) => {
    const bodies = children(merged, 'g');
    if (bodies.length !== count)
      throw new Error(`${bodies.length} pages in the SVG, ${count} in the document`);
    const sizes = pageSizes(bodies, merged, sheet);
    const shapeOf = (name: string) => {
      if (!shapes.has(name)) learnShapes(shapes, children(merged, 'defs').join(''));
      return shapes.get(name) ?? '';
    };
    const before = made;
    const now = new Map<string, Drawing>();
    made = count > mostKept ? new Map() : now;
    return sizes.map((size, i) => {
      const body = bodies[i] ?? '';
      const draw = () => {
        // Its place in the tall picture is in the first tag; alone it starts at the top.
        const inside = body.endsWith('/>') ? '</g>' : body.slice(body.indexOf('>') + 1);
        const old = before.get(inside);
        const { widthMm } = size;
        const page = old?.widthMm === widthMm ? old : { widthMm, svg: drawing(inside, size, shapeOf) };
        now.set(inside, page);
        return page.svg;
      };
      return { ...size, draw };
    });
  };
}

function drawing(inside: string, { widthMm, heightMm }: PageSize, shapeOf: (name: string) => string): string {
  const used = new Map<string, string>();
  const compact = `<g>${inside}`
    .replace(/\n */gu, '')
    .replaceAll(' fill="#000000" fill-rule="nonzero"', '')
    .replaceAll(/ class="typst-(?:text|group|shape)"/gu, '')
    .replace(fineness, '$1')
    .replace(/<use xlink:href="#(g[0-9A-F]+)"/gu, (_, name: string) => {
      const short = used.get(name) ?? `g${used.size}`;
      used.set(name, short);
      return `<use href="#${short}"`;
    });
  const defs = [...used].map(([name, short]) => `<path id="${short}" d="${shapeOf(name)}"/>`).join('');
  const [width, height] = [widthMm / mmPerPt, heightMm / mmPerPt];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" ` +
    `viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#fff"/>` +
    `<defs>${defs}</defs>${compact}</svg>`
  );
}

/** From the place of each page in the tall picture. A sheet stands or lies; the picture is as wide as the widest. */
function pageSizes(bodies: readonly string[], merged: string, sheet: PageSize): PageSize[] {
  const whole = Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/u.exec(merged)?.[1]);
  const tops = bodies.map((body) =>
    Number(/^<g transform="matrix\(1 0 0 1 0 ([\d.]+)\)">/u.exec(body)?.[1] ?? 0),
  );
  return tops.map((top, i) => {
    const heightMm = ((tops[i + 1] ?? whole) - top) * mmPerPt;
    const stands = Math.abs(heightMm - sheet.heightMm) <= Math.abs(heightMm - sheet.widthMm);
    return { widthMm: stands ? sheet.widthMm : sheet.heightMm, heightMm };
  });
}

/** The children of the root element of that name: Typst indents each level by four blanks. */
function children(svg: string, name: string): string[] {
  const [opening, closing] = [`\n    <${name}`, `\n    </${name}>`];
  const found: string[] = [];
  for (let at = svg.indexOf(opening); at >= 0; at = svg.indexOf(opening, at)) {
    const tag = svg.indexOf('>', at);
    const isEmpty = svg[tag - 1] === '/';
    const end = isEmpty ? tag + 1 : svg.indexOf(closing, tag) + closing.length;
    found.push(svg.slice(at + 5, end));
    at = end;
  }
  return found;
}

function learnShapes(shapes: Map<string, string>, defs: string): void {
  for (const [, name, shape] of defs.matchAll(/<symbol id="(g[0-9A-F]+)"[^>]*>\s*<path d="([^"]*)"\/>/gu)) {
    if (name && shape !== undefined) shapes.set(name, shape.replace(fineness, '$1'));
  }
}
