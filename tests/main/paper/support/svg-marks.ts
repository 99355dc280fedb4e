/**
 * What a page of the preview shows, whatever groups it is written in: the shape of each letter and stroke, and where it
 * stands, in hundredths of a point.
 */
export function marksOf(svg: string): string[] {
  const shapes = new Map<string, string>();
  for (const [, name = '', shape = ''] of svg.matchAll(/<path id="(g\d+)" d="([^"]*)"\/>/gu))
    shapes.set(name, shape);
  const marks: string[] = [];
  const places = [{ x: 0, y: 0, turn: 1 }];
  const body = svg.slice(svg.indexOf('</defs>'));
  for (const [tag, name, attributes = ''] of body.matchAll(/<(\/?\w+)([^>]*)>/gu)) {
    const at = places.at(-1) ?? { x: 0, y: 0, turn: 1 };
    if (name === '/g') places.pop();
    else if (name === 'g' && !tag.endsWith('/>')) {
      const moved = /translate\(([-\d.]+) ([-\d.]+)\)/u.exec(attributes);
      const turn = attributes.includes('scale(1, -1)') ? -1 : 1;
      places.push({ x: at.x + Number(moved?.[1] ?? 0), y: at.y + Number(moved?.[2] ?? 0), turn });
    } else if (name === 'use') {
      const x = at.x + Number(/ x="([-\d.]+)"/u.exec(attributes)?.[1] ?? 0);
      const shape = shapes.get(/#(g\d+)/u.exec(attributes)?.[1] ?? '');
      marks.push(`${hundredths(x)} ${hundredths(at.y)} ${at.turn} ${shape}`);
    } else if (name === 'path') marks.push(`${hundredths(at.x)} ${hundredths(at.y)} ${attributes}`);
  }
  return marks;
}

function hundredths(points: number): number {
  return Math.round(points * 100);
}
