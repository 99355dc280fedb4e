import { line } from '../../fields.ts';

/** People known by name only: when two entries are one person. */

export type NamedPerson = { fullName: string; title: string };

const blanks = line(100_000);

function clean(text: string): string {
  const read = blanks.safeParse(text);
  return read.success ? read.data : text;
}

/** Namesakes are told apart by their titles, where both have one. */
export function isSamePerson(a: NamedPerson, b: NamedPerson): boolean {
  if (nameKey(a) !== nameKey(b)) return false;
  const [first, second] = [a, b].map(({ title }) => title.trim().toLocaleLowerCase('vi'));
  return first === '' || second === '' || first === second;
}

/** The first of `added` who is among `known` or was added before; null when nobody is there twice. */
export function firstTwice(known: readonly NamedPerson[], added: readonly NamedPerson[]): NamedPerson | null {
  const byName = Map.groupBy(known, nameKey);
  for (const person of added) {
    const namesakes = byName.get(nameKey(person)) ?? [];
    if (namesakes.some((other) => isSamePerson(other, person))) return person;
    byName.set(nameKey(person), [...namesakes, person]);
  }
  return null;
}

function nameKey({ fullName }: NamedPerson): string {
  return clean(fullName).toLocaleLowerCase('vi');
}
