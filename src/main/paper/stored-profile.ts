import { type LayoutProfile, layoutProfile } from '#shared/paper/profile.ts';
import { guidelineOf } from './profiles.ts';

/** A layout as stored, also by an earlier version: what it did not know is as the guideline has it, what is gone is dropped. */
export function storedProfile(text: string): LayoutProfile {
  const stored = JSON.parse(text) as LayoutProfile;
  const parsed = layoutProfile.safeParse(stored);
  if (parsed.success) return parsed.data;
  const guideline = guidelineOf(stored);
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') drop(stored, issue.path, issue.keys);
    else takeOver(stored, guideline, issue.path);
  }
  return layoutProfile.parse(stored);
}

type Part = Record<PropertyKey, unknown>;

function partAt(root: LayoutProfile, path: readonly PropertyKey[]): Part {
  return path.reduce<Part>((part, step) => part[step] as Part, root);
}

function drop(root: LayoutProfile, path: readonly PropertyKey[], keys: readonly string[]): void {
  for (const key of keys) delete partAt(root, path)[key];
}

function takeOver(root: LayoutProfile, guideline: LayoutProfile, path: readonly PropertyKey[]): void {
  const last = path.at(-1);
  if (last === undefined) return;
  const above = path.slice(0, -1);
  partAt(root, above)[last] = structuredClone(partAt(guideline, above)[last]);
}
