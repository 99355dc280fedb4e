import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  completeVote,
  draftOf,
  newVote,
  voteDraft,
} from '#renderer/features/conferences/decisions/vote-draft.ts';
import { itemOfDigits } from '#renderer/features/conferences/roll/attendance-keys.ts';
import { readCount } from '#renderer/ui/fields/typed-values.ts';
import { voteMethods } from '#shared/features/conferences/schema.ts';
import { voteFault } from '#shared/features/conferences/votes.ts';

test('what is proposed is always possible, all in favour', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.constantFrom(...voteMethods), (present, method) => {
      const vote = completeVote({ ...newVote('Nghị quyết'), method }, 'item', present);
      expect(vote.inFavour).toBe(present);
      expect(voteFault(vote, present)).toBeNull();
    }),
  );
});

test('who is against or of another opinion is taken from those in favour', () => {
  const draft = { ...newVote('Nghị quyết'), against: 2, other: 1 };
  expect(completeVote(draft, 'item', 13)).toMatchObject({ inFavour: 10, against: 2, other: 1 });
  const ballots = { ...draft, method: 'ballots' as const, collected: 12, invalid: 1 };
  expect(completeVote(ballots, 'item', 13)).toMatchObject({
    issued: 13,
    collected: 12,
    invalid: 1,
    inFavour: 8,
  });
});

test('what is no count is refused, and counted with as if it were not there', () => {
  for (const text of ['-4', '99999', '1,5', 'tám']) {
    const draft = { ...newVote('Nghị quyết'), against: readCount(text) };
    expect(voteDraft.safeParse(draft).error?.issues[0]).toMatchObject({ path: ['against'] });
    expect(completeVote(draft, 'item', 13)).toMatchObject({ inFavour: 13, against: 0 });
  }
  expect([' 12 ', ''].map(readCount)).toEqual([12, null]);
});

test('a stored vote opened again says what it said', () => {
  const small = fc.nat(12);
  const counts = {
    inFavour: small,
    against: small,
    other: small,
    issued: small,
    collected: small,
    invalid: small,
  };
  fc.assert(
    fc.property(fc.record(counts), fc.constantFrom(...voteMethods), small, (typed, method, present) => {
      const none = { issued: null, collected: null, invalid: null };
      const fields = {
        ...{ itemId: 'item', question: 'Thông qua Nghị quyết', method, named: [] },
        ...typed,
        ...(method === 'hands' && none),
      };
      fc.pre(voteFault(fields, present) === null);
      const vote = { ...fields, id: 'vote', members: 15, present };
      expect(completeVote(draftOf(vote), 'item', present)).toEqual(fields);
    }),
    { numRuns: 1_000 },
  );
});

test('a digit chooses an item at once unless a second one could follow', () => {
  expect(itemOfDigits('3', 9)).toEqual({ at: 2, isFinal: true });
  expect(itemOfDigits('1', 12)).toEqual({ at: 0, isFinal: false });
  expect(itemOfDigits('12', 12)).toEqual({ at: 11, isFinal: true });
  expect(itemOfDigits('2', 12)).toEqual({ at: 1, isFinal: true });
  expect(itemOfDigits('0', 12)).toBeNull();
  expect(itemOfDigits('13', 12)).toBeNull();
});
