/** The id of a change set of form 1: made of its hash, so that every copy of the store agrees. */
export function derivedId(hash: string): string {
  const part = (from: number, to: number) => hash.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-8${part(12, 15)}-8${part(15, 18)}-${part(18, 30)}`;
}
