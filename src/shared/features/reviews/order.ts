import { type Opinion, pinnedFields } from './schema.ts';

type Placed = Pick<Opinion, 'field' | 'standing'>;

/** As one reads the paper: the document as a whole, its head, its body, its foot; what is gone where it stood. */
export function inTextOrder<T extends Placed>(opinions: readonly T[]): T[] {
  return opinions.toSorted((a, b) => {
    const byField = pinnedFields.indexOf(a.field) - pinnedFields.indexOf(b.field);
    if (byField !== 0) return byField;
    const [x, y] = [a.standing.place, b.standing.place];
    return x && y ? x.index - y.index || x.part - y.part || x.from - y.from : 0;
  });
}
