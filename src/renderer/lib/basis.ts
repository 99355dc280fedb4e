import { replaceEqualDeep } from '@tanstack/react-query';
import type { Basis } from '#shared/bridge.ts';

/** Somebody else saved what is being saved: who, when (as it is told, and as an instant), and by which change set. */
export type Overtaken = { name: string; time: string; day: string; at: string; actor: string; seq: number };

/** What a save is based on, and what its caller wants to hear of it. */
export type Saving = {
  /** The change set as of which it was read; undefined: it is new, or nobody knows. */
  basedOn: string | undefined;
  /** By which change set it was saved; not called where nothing was new. */
  savedAs?: (basis: Basis) => void;
  /** Refused, and shown by whoever hears it; without this it is told as any refusal. */
  overtaken?: (by: Overtaken) => void;
};

// Beside what was read, not in it: when other records change, what stands unchanged must stay the same object.
const bases = new WeakMap<object, Basis>();

/** Records stand no deeper in any answer. */
const deepest = 3;

/** As of which change set something was read, a whole answer or a record in it; null: it was not. */
export function basisOf(read: object | null | undefined): Basis | null {
  return (read && bases.get(read)) ?? null;
}

export function readAsOf(read: unknown, basis: Basis, depth = 0): void {
  if (typeof read !== 'object' || read === null) return;
  bases.set(read, basis);
  if (depth < deepest) for (const part of Object.values(read)) readAsOf(part, basis, depth + 1);
}

/** Whether `one` is known to come after `other`. A number can belong to another set when its first never came to be. */
export function isNewer(one: Basis | null, other: Basis | null): boolean {
  if (!one || !other) return one !== null;
  return one.seq > other.seq || (one.seq === other.seq && one.id !== other.id);
}

/**
 * An answer in the place of the one before: what stands unchanged keeps its identity, and all of it is as of the new one.
 * What is shown before its save was answered (`setQueryData`) is as of what it was made from.
 */
export function sharedAsRead(before: unknown, now: unknown): unknown {
  const shared = replaceEqualDeep(before, now);
  const basis = basisIn(now) ?? basisIn(before);
  if (basis) readAsOf(shared, basis);
  return shared;
}

function basisIn(read: unknown): Basis | null {
  return typeof read === 'object' ? basisOf(read) : null;
}
