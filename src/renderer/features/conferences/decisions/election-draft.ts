import { z } from 'zod';
import type { ToldField } from '#renderer/lib/forms/differences.ts';
import {
  candidate,
  type Election,
  type ElectionFields,
  electionFields,
} from '#shared/features/conferences/schema.ts';
import { proposedElection } from '#shared/features/conferences/votes.ts';
import { countOr, typedCount } from './typed-count.ts';

const typed = typedCount(electionFields.shape.issued.nullable());

/** An election as it is typed: null is what follows from the rest. */
export const electionDraft = electionFields.omit({ itemId: true }).extend({
  seats: typedCount(electionFields.shape.seats.nullable()),
  issued: typed,
  collected: typed,
  invalid: typed,
  candidates: z
    .array(candidate.extend({ votes: typed }))
    .min(1, 'validation.required')
    .max(400),
});
export type ElectionDraft = z.input<typeof electionDraft>;
export type CandidateDraft = ElectionDraft['candidates'][number];

export const toldCandidates: ToldField = {
  label: 'conferences.election.candidates',
  tell: (_, item) => {
    const { fullName, title, votes } = item as CandidateDraft;
    return [[fullName, title].filter(Boolean).join(', '), votes].filter((part) => part !== null).join(': ');
  },
};

export function newElection(itemTitle: string): ElectionDraft {
  const counts = { seats: null, issued: null, collected: null, invalid: null };
  return { title: proposedElection(itemTitle), ...counts, headTeller: '', tellers: '', candidates: [] };
}

export function electionDraftOf(election: Election): ElectionDraft {
  const { title, seats, issued, collected, invalid, headTeller, tellers, candidates, present } = election;
  return {
    ...{ title, headTeller, tellers, candidates },
    seats: seats === 1 ? null : seats,
    issued: issued === present ? null : issued,
    collected: collected === issued ? null : collected,
    invalid: invalid === 0 ? null : invalid,
  };
}

/** One seat, a ballot for everyone who is there, all of them back and valid, unless something else is typed. */
export function completeElection(draft: ElectionDraft, itemId: string, present: number): ElectionFields {
  const issued = countOr(draft.issued, present);
  return {
    ...draft,
    itemId,
    seats: countOr(draft.seats, 1),
    issued,
    collected: countOr(draft.collected, issued),
    invalid: countOr(draft.invalid, 0),
    candidates: draft.candidates.map((one) => ({ ...one, votes: countOr(one.votes, 0) })),
  };
}
