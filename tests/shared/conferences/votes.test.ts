import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conferenceKinds,
  type ElectionFields,
  type VoteFields,
  voteMethods,
} from '#shared/features/conferences/schema.ts';
import {
  electionFault,
  isPassed,
  majorityCount,
  proposedElection,
  proposedQuestion,
  rankCandidates,
  voteFault,
  voteSentence,
} from '#shared/features/conferences/votes.ts';
import { isMessageId } from '#shared/i18n/translate.ts';

const kind = fc.constantFrom(...conferenceKinds);
const small = fc.nat(12);

const votes = fc
  .record({
    ...{ method: fc.constantFrom(...voteMethods), inFavour: small, against: small, other: small },
    ...{ issued: fc.option(small), collected: fc.option(small), invalid: fc.option(fc.nat(3)) },
  })
  .map((one): VoteFields => ({ itemId: '', question: 'Thông qua Nghị quyết', named: [], ...one }));

/** What the store's CHECKs hold of a vote, written down once more. */
function fitsStore(vote: VoteFields, present: number): boolean {
  const sum = vote.inFavour + vote.against + vote.other;
  if (sum > present) return false;
  if (vote.method === 'hands') return true;
  const { issued, collected, invalid } = vote;
  if (issued === null || collected === null || invalid === null) return false;
  return issued <= present && collected <= issued && invalid <= collected && sum + invalid === collected;
}

describe('the counts of a vote', () => {
  test('are accepted exactly when the store takes them; what is refused has its words', () => {
    fc.assert(
      fc.property(votes, small, (vote, present) => {
        const fault = voteFault(vote, present);
        expect(fault === null).toBe(fitsStore(vote, present));
        if (fault) expect(isMessageId(`error.RULE.${fault.reason}`)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('cannot have more names than votes', () => {
    const vote: VoteFields = {
      ...{ itemId: '', question: 'Thông qua', method: 'hands', issued: null, collected: null, invalid: null },
      ...{ inFavour: 3, against: 0, other: 0, named: [{ name: 'Đinh Văn Ót', choice: 'against' }] },
    };
    expect(voteFault(vote, 5)).toEqual({ reason: 'moreNamesThanVotes', params: { names: 1, votes: 0 } });
    expect(isMessageId('error.RULE.moreNamesThanVotes')).toBe(true);
  });
});

describe('the majority', () => {
  test('is of all members, and is met by its count and nobody fewer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), (members) => {
        expect(isPassed({ inFavour: majorityCount(members), members })).toBe(true);
        expect(isPassed({ inFavour: majorityCount(members) - 1, members })).toBe(false);
      }),
    );
  });
});

describe('the sentence of a vote', () => {
  const base = { question: 'Thông qua Nghị quyết', method: 'hands' as const };
  const none = { issued: null, collected: null, invalid: null };

  test('all in favour', () => {
    expect(
      voteSentence(
        { ...base, ...none, inFavour: 13, against: 0, other: 0, members: 15, present: 13 },
        'executive_committee',
      ),
    ).toBe('13/13 đồng chí có mặt (đạt 86,7% tổng số ủy viên) tán thành');
  });

  test('by ballots, with others', () => {
    const ballots = { issued: 13, collected: 13, invalid: 1, inFavour: 10, against: 1, other: 1 };
    expect(
      voteSentence(
        { ...base, method: 'ballots', ...ballots, members: 15, present: 13 },
        'standing_committee',
      ),
    ).toBe(
      'phát ra 13 phiếu, thu về 13 phiếu, hợp lệ 12 phiếu, không hợp lệ 01 phiếu; ' +
        '10/13 đồng chí có mặt (đạt 66,7% tổng số ủy viên) tán thành; ' +
        '01 đồng chí không tán thành; 01 đồng chí có ý kiến khác',
    );
  });

  test('has the numbers of the vote and no others', () => {
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 40 }), small, kind, (vote, members, present, of) => {
        fc.pre(present <= members && voteFault(vote, present) === null);
        const sentence = voteSentence({ ...vote, members, present }, of);
        const said = [...sentence.replace(/đạt [\d,]+%/u, '').matchAll(/\d+/gu)].map(([digits]) =>
          Number(digits),
        );
        const { issued, collected, invalid } = vote;
        const ballots =
          vote.method === 'ballots' ? [issued, collected, (collected ?? 0) - (invalid ?? 0), invalid] : [];
        const silent = vote.method === 'hands' ? present - vote.inFavour - vote.against - vote.other : 0;
        const others = [vote.against, vote.other, silent].filter((count) => count > 0);
        expect(said).toEqual([...ballots, vote.inFavour, present, ...others]);
        const share = Number(/đạt ([\d,]+)%/u.exec(sentence)?.[1]?.replace(',', '.'));
        expect(Math.abs(share - (vote.inFavour / members) * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an election', () => {
  const elections = fc
    .record({
      ...{ seats: fc.integer({ min: 1, max: 4 }), issued: small, collected: small, invalid: fc.nat(3) },
      votes: fc.array(small, { minLength: 1, maxLength: 6 }),
    })
    .map(
      ({ votes: all, ...one }): ElectionFields => ({
        ...{ itemId: '', title: 'Bầu Phó Bí thư', headTeller: '', tellers: '' },
        ...one,
        candidates: all.map((count, at) => ({ fullName: `Đinh Văn ${at + 1}`, title: '', votes: count })),
      }),
    );

  test('is accepted exactly when the ballots and the votes on them can be; what is refused has its words', () => {
    fc.assert(
      fc.property(elections, small, (election, present) => {
        const { issued, collected, invalid, seats, candidates } = election;
        const valid = collected - invalid;
        const sum = candidates.reduce((total, one) => total + one.votes, 0);
        const isPossible =
          issued <= present &&
          collected <= issued &&
          invalid <= collected &&
          candidates.every((one) => one.votes <= valid) &&
          sum <= valid * seats;
        const fault = electionFault(election, present);
        expect(fault === null).toBe(isPossible);
        if (fault) expect(isMessageId(`error.RULE.${fault.reason}`)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('has nobody twice; namesakes are told apart by their titles', () => {
    const of = (...titles: string[]): ElectionFields => ({
      ...{
        itemId: '',
        title: 'Bầu',
        seats: 1,
        issued: 3,
        collected: 3,
        invalid: 0,
        headTeller: '',
        tellers: '',
      },
      candidates: titles.map((title) => ({ fullName: 'Đinh Văn Ót', title, votes: 1 })),
    });
    expect(electionFault(of('Bí thư Đoàn xã', 'bí thư Đoàn xã'), 3)?.reason).toBe('candidateTwice');
    expect(electionFault(of('Bí thư Đoàn xã', ''), 3)?.reason).toBe('candidateTwice');
    expect(electionFault(of('Bí thư Đoàn xã', 'Trưởng thôn Một'), 3)).toBeNull();
  });

  test('never elects more than there are seats, nobody without the majority, and tells a tie for the last seat', () => {
    const race = fc.record({
      seats: fc.integer({ min: 1, max: 4 }),
      members: fc.integer({ min: 1, max: 12 }),
      candidates: fc.array(
        small.map((count) => ({ fullName: 'Đinh Văn Ót', title: '', votes: count })),
        { minLength: 1, maxLength: 8 },
      ),
    });
    fc.assert(
      fc.property(race, (one) => {
        const ranked = rankCandidates(one);
        const by = (outcome: string) => ranked.filter((other) => other.outcome === outcome);
        const [elected, tied] = [by('elected'), by('tied')];
        expect(elected.length).toBeLessThanOrEqual(one.seats);
        for (const other of [...elected, ...tied]) expect(other.votes * 2).toBeGreaterThan(one.members);
        const enough = one.candidates.filter(({ votes: count }) => count * 2 > one.members);
        if (tied.length === 0) expect(elected).toHaveLength(Math.min(one.seats, enough.length));
        else {
          expect(new Set(tied.map(({ votes: count }) => count)).size).toBe(1);
          expect(elected.length).toBeLessThan(one.seats);
          expect(elected.length + tied.length).toBeGreaterThan(one.seats);
        }
        const least = Math.min(...elected.map(({ votes: count }) => count));
        for (const other of by('not_elected').filter(({ votes: count }) => count * 2 > one.members)) {
          expect(other.votes).toBeLessThan(least);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what is proposed', () => {
  test.each([
    ['Thảo luận, biểu quyết thông qua Nghị quyết', 'Thông qua Nghị quyết'],
    ['Thông qua Nghị quyết đại hội', 'Thông qua Nghị quyết đại hội'],
    ['Báo cáo kết quả năm 2021', 'Thông qua Báo cáo kết quả năm 2021'],
  ])('for a vote on “%s”', (title, question) => {
    expect(proposedQuestion(title)).toBe(question);
  });

  test.each([
    ['Công tác cán bộ; bầu Phó Bí thư Đảng ủy', 'Bầu Phó Bí thư Đảng ủy'],
    ['Bầu Ban Chấp hành khóa mới', 'Bầu Ban Chấp hành khóa mới'],
    ['Công tác cán bộ', ''],
  ])('for an election under “%s”', (title, proposed) => {
    expect(proposedElection(title)).toBe(proposed);
  });
});
