import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attendanceSentence,
  countAtOpening,
  countAttendance,
  countForItem,
  hasQuorum,
  quorumCount,
} from '#shared/features/conferences/attendance.ts';
import { attendanceStates, conferenceKinds } from '#shared/features/conferences/schema.ts';

const kind = fc.constantFrom(...conferenceKinds);

/** A roll and an agenda: who is present may come at one item and leave at a later one. */
const meeting = fc.integer({ min: 1, max: 8 }).chain((items) =>
  fc.record({
    kind,
    items: fc.constant(Array.from({ length: items }, (_, at) => ({ id: `item ${at}` }))),
    roll: fc.array(
      fc
        .record({
          state: fc.constantFrom(...attendanceStates),
          arrived: fc.option(fc.integer({ min: 0, max: items - 1 })),
          left: fc.option(fc.integer({ min: 0, max: items - 1 })),
        })
        .map(({ state, arrived, left }) => ({
          state,
          arrivedItemId: state === 'present' && arrived !== null ? `item ${arrived}` : null,
          leftItemId:
            state === 'present' && left !== null && (arrived === null || left > arrived)
              ? `item ${left}`
              : null,
        })),
      { maxLength: 40 },
    ),
  }),
);

type Meeting = typeof meeting extends fc.Arbitrary<infer M> ? M : never;

/** The room by walking through the meeting: who is in it when each item is over, without looking at places. */
function walk({ kind, items, roll }: Meeting): number[] {
  const may = roll.map(({ state }) => state === 'present' || (kind === 'congress' && state === 'replaced'));
  const inside = roll.map((entry, at) => may[at] === true && entry.arrivedItemId === null);
  return items.map(({ id }) => {
    for (const [at, entry] of roll.entries()) {
      if (entry.arrivedItemId === id && may[at]) inside[at] = true;
      if (entry.leftItemId === id) inside[at] = false;
    }
    return inside.filter(Boolean).length;
  });
}

describe('the timeline', () => {
  test('counts for each item whom the walk through the meeting finds in the room', () => {
    fc.assert(
      fc.property(meeting, (one) => {
        const counted = one.items.map(({ id }) => countForItem(one.roll, one.kind, one.items, id));
        expect(counted).toEqual(walk(one));
      }),
    );
  });

  test('never counts anybody again who has left, however the agenda is put in order', () => {
    fc.assert(
      fc.property(meeting, fc.infiniteStream(fc.nat()), (one, order) => {
        const items = one.items
          .map((item) => ({ item, by: order.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ item }) => item);
        for (const entry of one.roll.filter(({ leftItemId }) => leftItemId !== null)) {
          const from = items.findIndex(({ id }) => id === entry.leftItemId);
          for (const { id } of items.slice(from)) {
            expect(countForItem([entry], one.kind, items, id)).toBe(0);
          }
        }
      }),
    );
  });

  test('has at no time more people than the roll, and in all at least as many as at any time', () => {
    fc.assert(
      fc.property(meeting, ({ kind, items, roll }) => {
        const { present, members } = countAttendance(roll, kind);
        const rooms = items.map(({ id }) => countForItem(roll, kind, items, id));
        for (const count of [countAtOpening(roll, kind), ...rooms])
          expect(count).toBeLessThanOrEqual(present);
        expect(present).toBeLessThanOrEqual(members);
        expect(members).toBe(roll.length);
      }),
    );
  });

  test('counts a substitute at a congress, and nobody in the place of a member of a committee', () => {
    const roll = [{ state: 'replaced' as const, arrivedItemId: null, leftItemId: null }];
    expect(countAtOpening(roll, 'congress')).toBe(1);
    expect(countAtOpening(roll, 'executive_committee')).toBe(0);
  });
});

test('the sentence accounts for every member', () => {
  fc.assert(
    fc.property(meeting, ({ kind, roll }) => {
      const count = countAttendance(roll, kind);
      const sentence = attendanceSentence(count);
      const [present, away] = [...sentence.matchAll(/(?:Có mặt|vắng): (\d+)/gu)].map((match) =>
        Number(match[1]),
      );
      expect([present, away]).toEqual([count.present, count.members - count.present]);
      const named = [...sentence.matchAll(/, (?:có lý do|không có lý do|có người dự thay): (\d+)/gu)];
      expect(named.reduce((sum, match) => sum + Number(match[1]), 0)).toBe(away);
    }),
  );
});

describe('the quorum', () => {
  const quorum = fc
    .record({
      d: fc.integer({ min: 1, max: 100 }),
      n: fc.integer({ min: 1, max: 100 }),
      strict: fc.boolean(),
    })
    .map(({ d, n, strict }) => ({
      quorumNumerator: Math.min(n, d),
      quorumDenominator: d,
      quorumIsStrict: strict,
    }));

  test('is met by its count and by nobody fewer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), quorum, (members, rule) => {
        const need = quorumCount(members, rule);
        expect(hasQuorum(need, members, rule)).toBe(true);
        expect(hasQuorum(need - 1, members, rule)).toBe(false);
      }),
    );
  });

  test.each([
    [15, 2, 3, false, 10],
    [16, 2, 3, false, 11],
    [14, 1, 2, true, 8],
    [15, 1, 2, true, 8],
    [14, 1, 2, false, 7],
  ])('of %i members at %i/%i, more than that: %s, is %i', (members, n, d, strict, need) => {
    const rule = { quorumNumerator: n, quorumDenominator: d, quorumIsStrict: strict };
    expect(quorumCount(members, rule)).toBe(need);
  });
});
