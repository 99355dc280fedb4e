import { z } from 'zod';
import type { ToldField } from '#renderer/lib/forms/differences.ts';
import { type Vote, type VoteFields, voteFields } from '#shared/features/conferences/schema.ts';
import { proposedQuestion } from '#shared/features/conferences/votes.ts';
import { countOr, typedCount } from './typed-count.ts';

const { question, method, named, inFavour } = voteFields.shape;
const typed = typedCount(inFavour.nullable());

/** A vote as it is typed: null is what follows from the rest, so that only the unusual is typed. */
export const voteDraft = z.strictObject({
  question,
  method,
  issued: typed,
  collected: typed,
  invalid: typed,
  inFavour: typed,
  against: typed,
  other: typed,
  /** Null: no names wanted, the totals are typed. */
  named: named.nullable(),
});
export type VoteDraft = z.input<typeof voteDraft>;

export const toldNamed: ToldField = {
  label: 'conferences.vote.names',
  tell: (say, item) => {
    const { name, choice } = item as VoteFields['named'][number];
    return `${name}: ${say(`conferences.vote.${choice}`)}`;
  },
};

export function newVote(itemTitle: string): VoteDraft {
  const counts = { issued: null, collected: null, invalid: null, inFavour: null, against: null, other: null };
  return { question: proposedQuestion(itemTitle), method: 'hands', ...counts, named: null };
}

/** The stored vote with what is no more than usual left open, so that a correction of one count moves the others. */
export function draftOf(vote: Vote): VoteDraft {
  const { question, method, issued, collected, invalid, inFavour, against, other, named } = vote;
  const open = newVote(question);
  const draft: VoteDraft = {
    ...{ question, method, issued, collected, invalid, inFavour, against, other },
    named: named.length > 0 ? named : null,
  };
  for (const name of ['issued', 'collected', 'invalid', 'inFavour', 'against', 'other'] as const) {
    const without = { ...draft, [name]: open[name] };
    if (completeVote(without, vote.itemId, vote.present)[name] === vote[name]) draft[name] = null;
  }
  return draft;
}

/** All who are there, in favour, unless something else is typed; with names, the totals are theirs. */
export function completeVote(draft: VoteDraft, itemId: string, present: number): VoteFields {
  const { question, method } = draft;
  if (method === 'hands') {
    const named = draft.named ?? [];
    const count = (choice: VoteFields['named'][number]['choice']) =>
      named.filter((one) => one.choice === choice).length;
    const totals = draft.named
      ? { inFavour: count('inFavour'), against: count('against'), other: count('other') }
      : totalsOf(draft, present);
    return { itemId, question, method, issued: null, collected: null, invalid: null, ...totals, named };
  }
  const issued = countOr(draft.issued, present);
  const collected = countOr(draft.collected, issued);
  const invalid = countOr(draft.invalid, 0);
  const totals = totalsOf(draft, collected - invalid);
  return { itemId, question, method, issued, collected, invalid, ...totals, named: [] };
}

function totalsOf(draft: VoteDraft, all: number) {
  const against = countOr(draft.against, 0);
  const other = countOr(draft.other, 0);
  return { inFavour: countOr(draft.inFavour, Math.max(0, all - against - other)), against, other };
}
