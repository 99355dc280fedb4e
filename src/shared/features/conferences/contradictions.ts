import { showDate } from '../../text/dates.ts';
import { countForItem, leavesTooEarly } from './attendance.ts';
import type { Conference } from './schema.ts';

/** Two things of one conference that cannot both be so, and that the minutes would print both. */
export type Contradiction = {
  /** The last part of the message id `error.RULE.<reason>`. */
  reason: 'itemOutsideMeeting' | 'rollAgainstAgenda' | 'voteAgainstRoll';
  params: Record<string, number | string>;
  /** Where it is put right. */
  place: 'proceedings' | 'attendance';
};

type Part = Pick<
  Conference,
  'kind' | 'startsAt' | 'endsAt' | 'agenda' | 'attendance' | 'votes' | 'elections'
>;

/** In the order in which they are put right: the agenda, the roll, what was counted by it. */
export function contradictionsIn(conference: Part): Contradiction[] {
  return [...outsideMeeting(conference), ...againstAgenda(conference), ...againstRoll(conference)];
}

function outsideMeeting({ startsAt, endsAt, agenda }: Part): Contradiction[] {
  return agenda.flatMap(({ title, startedAt, endedAt }) => {
    const outside = [startedAt, endedAt].find(
      (at) => at && (at < startsAt || (endsAt !== null && at > endsAt)),
    );
    if (!outside) return [];
    const params = {
      title,
      at: showDate(outside),
      from: showDate(startsAt),
      to: showDate(endsAt ?? startsAt),
    };
    return [{ reason: 'itemOutsideMeeting', params, place: 'proceedings' }];
  });
}

function againstAgenda({ attendance, agenda }: Part): Contradiction[] {
  const count = attendance.filter((entry) => leavesTooEarly(entry, agenda)).length;
  return count === 0 ? [] : [{ reason: 'rollAgainstAgenda', params: { count }, place: 'attendance' }];
}

/** Votes and elections that were counted by another room than the roll has now. */
export function againstRoll({ kind, agenda, attendance, votes, elections }: Part): Contradiction[] {
  const counted = [
    ...votes.map(({ question, ...vote }) => ({ ...vote, name: question })),
    ...elections.map(({ title, ...election }) => ({ ...election, name: title })),
  ];
  return counted.flatMap(({ itemId, name, members, present }) => {
    const now = countForItem(attendance, kind, agenda, itemId);
    if (present === now && members === attendance.length) return [];
    const params = { name, present, members, now, all: attendance.length };
    return [{ reason: 'voteAgainstRoll', params, place: 'proceedings' }];
  });
}
