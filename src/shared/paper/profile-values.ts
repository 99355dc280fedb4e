import type { LayoutProfile } from './profile.ts';

/** What names a layout and says when it holds; the rest is what it prints. */
const identity = ['id', 'name', 'regime', 'validFrom', 'validTo'];

/** The value at "head.title.sizePt", "headings.0.bold". */
export function valueAt(profile: LayoutProfile, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, key) => new Map<string, unknown>(Object.entries(part ?? {})).get(key), profile);
}

/** A mark that is not set says the same as one that is set to no. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.join() === b.join();
  return unset(a) === unset(b);
}

function unset(value: unknown): unknown {
  return value === false ? null : (value ?? null);
}

/** Where a layout prints other than its guideline; the days count only for the guideline itself, not for a later version. */
export function changedPaths(profile: LayoutProfile, guideline: LayoutProfile): string[] {
  const [own, given] = [leaves(profile), leaves(guideline)];
  const paths = [...new Set([...own.keys(), ...given.keys()])];
  return paths.filter((path) => {
    if (identity.includes(path) && profile.id !== guideline.id) return false;
    return !sameValue(own.get(path), given.get(path));
  });
}

function leaves(part: unknown, path = ''): Map<string, unknown> {
  if (typeof part !== 'object' || part === null || isNumbers(part)) return new Map([[path, part]]);
  return new Map(
    Object.entries(part).flatMap(([key, value]) => [...leaves(value, path ? `${path}.${key}` : key)]),
  );
}

function isNumbers(part: object): boolean {
  return Array.isArray(part) && part.every((item) => typeof item === 'number');
}
