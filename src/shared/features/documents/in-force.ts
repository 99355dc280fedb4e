import { z } from 'zod';
import { id, isoDate } from '../../fields.ts';
import { type Relation, relationKinds } from './records.ts';
import { type DocumentType, documentTypes } from './types.ts';

/** What a later document does to an earlier one, told from the earlier one's side. */
export const change = z.strictObject({
  kind: z.enum(relationKinds),
  /** Empty: all of it. */
  part: z.string(),
  from: isoDate,
  /** The later document. */
  documentId: id,
  type: z.enum(documentTypes),
  code: z.string(),
});
export type Change = z.infer<typeof change>;

export const forceStates = ['inForce', 'amended', 'notYet', 'replaced', 'repealed', 'voided'] as const;
export type ForceState = (typeof forceStates)[number];

export const force = z.strictObject({
  id,
  /** On the day that was asked for. */
  state: z.enum(forceStates),
  /** Also those that begin later, in the order in which they begin. */
  changes: z.array(change),
});
export type Force = z.infer<typeof force>;

/** A document that was given a number, as far as its effect goes. */
export type Effective = {
  id: string;
  type: DocumentType;
  code: string;
  isVoided: boolean;
  date: string;
  effectiveFrom: string | null;
  relations: readonly Relation[];
};

function beginOf({ date, effectiveFrom }: Pick<Effective, 'date' | 'effectiveFrom'>): string {
  return effectiveFrom ?? date;
}

/** It takes the whole document away, not a part of it. */
function ends({ kind, part }: Pick<Change, 'kind' | 'part'>): boolean {
  return kind !== 'amends' && part === '';
}

/**
 * What is done to each document, by its id. A voided document does nothing, nor does one that was itself replaced or
 * repealed before its first day; one that ended later leaves what it did: what it repealed does not come back.
 */
export function changesByDocument(documents: readonly Effective[]): Map<string, Change[]> {
  const written = new Map<string, (Change & { by: Effective })[]>();
  for (const by of documents) {
    if (by.isVoided) continue;
    for (const { kind, part, documentId } of by.relations) {
      if (documentId === by.id) continue;
      const made = { kind, part, from: beginOf(by), documentId: by.id, type: by.type, code: by.code, by };
      written.set(documentId, [...(written.get(documentId) ?? []), made]);
    }
  }
  // Each step goes to an earlier day, so documents that end each other do not lead in a circle.
  const tookEffect = (document: Effective): boolean =>
    !(written.get(document.id) ?? []).some(
      (made) => ends(made) && made.from < beginOf(document) && tookEffect(made.by),
    );
  const effective = [...written].map(([documentId, all]): [string, Change[]] => [
    documentId,
    all
      .filter(({ by }) => tookEffect(by))
      .map(({ by: _, ...made }) => made)
      .sort((a, b) => a.from.localeCompare(b.from)),
  ]);
  return new Map(effective.filter(([, changes]) => changes.length > 0));
}

/** How a document stands on a day (YYYY-MM-DD), with what is done to it. */
export function stateOn(
  document: Pick<Effective, 'isVoided' | 'date' | 'effectiveFrom'>,
  changes: readonly Change[],
  on: string,
): ForceState {
  if (document.isVoided) return 'voided';
  const begun = changes.filter(({ from }) => from <= on);
  const end = begun.find(ends);
  if (end) return end.kind === 'replaces' ? 'replaced' : 'repealed';
  if (on < beginOf(document)) return 'notYet';
  return begun.length > 0 ? 'amended' : 'inForce';
}

/** Amended it holds too, in its new wording. */
export function isHolding(state: ForceState): boolean {
  return state === 'inForce' || state === 'amended';
}
