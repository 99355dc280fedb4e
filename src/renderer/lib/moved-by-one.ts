/** The list with one entry a place earlier or later; null where it already stands at that end. */
export function movedByOne<T>(list: readonly T[], entry: T, step: -1 | 1): T[] | null {
  const from = list.indexOf(entry);
  const to = from + step;
  if (from < 0 || to < 0 || to >= list.length) return null;
  return list.toSpliced(from, 1).toSpliced(to, 0, entry);
}
