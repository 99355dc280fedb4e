/** Whether it is an object of plain data, as a form or JSON holds it: neither a list nor null. */
export function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of all its fields only these. */
export function pick<T extends object, K extends keyof T>(from: T, fields: readonly K[]): Pick<T, K> {
  const picked: Partial<T> = {};
  for (const field of fields) picked[field] = from[field];
  return picked as Pick<T, K>;
}

/** What is being edited, as the list has it by now; as it was, where it is gone from there. */
export function asListed<T extends { id: string }>(edited: T, list: readonly T[] = []): T {
  return list.find(({ id }) => id === edited.id) ?? edited;
}

/** What stands at a place of plain data, through fields and lists; undefined where there is no such place. */
export function partAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((part, key) => {
    if (Array.isArray(part)) return part[Number(key)];
    return isFields(part) ? part[String(key)] : undefined;
  }, value);
}
