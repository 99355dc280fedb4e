import type { CommandContext } from '#main/api/context.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { countForItem } from '#shared/features/conferences/attendance.ts';
import type { Conference, ElectionFields, VoteFields } from '#shared/features/conferences/schema.ts';
import { type CountFault, electionFault, voteFault } from '#shared/features/conferences/votes.ts';
import { findConference } from './repository.ts';
import {
  insertElection,
  insertVote,
  type Room,
  replaceCandidates,
  updateElection,
  updateVote,
} from './votes-repository.ts';

/**
 * Records a vote, or corrects one; who is in the room is counted by the roll each time, so that both say the same.
 * @throws AppError NOT_FOUND, also for an item of another conference; RULE noRoll and the reasons of `voteFault`
 */
export async function saveVote(
  ctx: CommandContext,
  conferenceId: string,
  id: string | undefined,
  fields: VoteFields,
) {
  const conference = await required(ctx, conferenceId);
  const known = id === undefined ? undefined : conference.votes.find((vote) => vote.id === id);
  if (id !== undefined && !known) throw new AppError('NOT_FOUND');
  if (!conference.agenda.some((item) => item.id === fields.itemId)) throw new AppError('NOT_FOUND');
  const room = roomOf(conference, fields.itemId);
  refuse(voteFault(fields, room.present));
  if (id !== undefined) {
    await updateVote(ctx.db, conferenceId, id, fields, room);
    return { id };
  }
  const made = ctx.newId();
  await insertVote(ctx.db, conferenceId, made, fields, room);
  return { id: made };
}

export async function saveElection(
  ctx: CommandContext,
  conferenceId: string,
  id: string | undefined,
  fields: ElectionFields,
) {
  const conference = await required(ctx, conferenceId);
  const known = id === undefined ? undefined : conference.elections.find((election) => election.id === id);
  if (id !== undefined && !known) throw new AppError('NOT_FOUND');
  if (!conference.agenda.some((item) => item.id === fields.itemId)) throw new AppError('NOT_FOUND');
  const room = roomOf(conference, fields.itemId);
  refuse(electionFault(fields, room.present));
  const kept = id ?? ctx.newId();
  if (id === undefined) await insertElection(ctx.db, conferenceId, kept, fields, room);
  else await updateElection(ctx.db, conferenceId, id, fields, room);
  await replaceCandidates(ctx.db, kept, fields.candidates, ctx.newId);
  return { id: kept };
}

async function required({ db }: CommandContext, id: string): Promise<Conference> {
  const conference = await findConference(db, id);
  if (!conference) throw new AppError('NOT_FOUND');
  return conference;
}

/** @throws AppError RULE noRoll */
function roomOf({ attendance, agenda, kind }: Conference, itemId: string): Room {
  if (attendance.length === 0) throw ruleError('noRoll');
  return { members: attendance.length, present: countForItem(attendance, kind, agenda, itemId) };
}

function refuse(fault: CountFault | null): void {
  if (fault) throw ruleError(fault.reason, fault.params);
}
