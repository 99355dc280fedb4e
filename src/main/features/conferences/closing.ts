import type { CommandContext, QueryContext } from '#main/api/context.ts';
import { getOrganisation, listMembers, requireName } from '#main/features/organisation/index.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { unsettledItems } from '#shared/features/conferences/closing.ts';
import { contradictionsIn } from '#shared/features/conferences/contradictions.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { insertVoidedMinutes } from './minutes-numbers.ts';
import { liveMinutes } from './papers/to-print.ts';
import { presetOf } from './presets-repository.ts';
import { closeConference, findConference, reopenConference } from './repository.ts';

/** What the minutes would be numbered: the number they have, else the next of the term; null where they get none. */
export async function minutesNumberOf(
  { db, services: { numbering } }: Pick<QueryContext, 'db' | 'services'>,
  conference: Conference,
): Promise<number | null> {
  if (conference.minutesNumber !== null) return conference.minutesNumber;
  const preset = await presetOf(db, conference.kind);
  if (!preset.numbersMinutes) return null;
  return numbering.next(db, conference.termId, numbering.minutesCounter(conference.minutesIssuer));
}

/**
 * Composes the minutes and locks the conference.
 * @param wanted number given by hand; null for none, undefined for the proposed one
 * @throws AppError RULE notEnded, itemsOpen, one of `contradictionsIn`, numberTaken, minutesNumberKept, conferenceClosed
 */
export async function close(
  ctx: CommandContext,
  id: string,
  wanted: number | null | undefined,
): Promise<{ number: number | null }> {
  const { db, now } = ctx;
  const conference = await findConference(db, id);
  if (!conference) throw new AppError('NOT_FOUND');
  if (conference.closedAt !== null) throw ruleError('conferenceClosed');
  if (conference.endsAt === null) throw ruleError('notEnded');
  const open = unsettledItems(conference);
  if (open.length > 0) throw ruleError('itemsOpen', { count: open.length, title: open[0]?.title ?? '' });
  const [contradiction] = contradictionsIn(conference);
  if (contradiction) throw ruleError(contradiction.reason, contradiction.params);
  const number = wanted === undefined ? await minutesNumberOf(ctx, conference) : wanted;
  await checkNumber(ctx, conference, number);
  const minutes = await liveMinutes(ctx, { ...conference, minutesNumber: number });
  await closeConference(db, id, { at: now(), number, issuer: conference.minutesIssuer, minutes });
  return { number };
}

async function checkNumber(
  { db, services: { numbering } }: CommandContext,
  conference: Conference,
  number: number | null,
): Promise<void> {
  // A number that was given is kept: the paper with it may be filed already.
  if (conference.minutesNumber !== null && number !== conference.minutesNumber)
    throw ruleError('minutesNumberKept', { number: conference.minutesNumber });
  if (number === null) return;
  const counter = numbering.minutesCounter(conference.minutesIssuer);
  const taken = await numbering.find(db, conference.termId, counter, number);
  if (taken && taken.id !== conference.id) throw ruleError('numberTaken', { number });
}

/** @throws AppError NOT_FOUND; RULE notClosed */
export async function reopen(
  { db, newId, now, actor }: CommandContext,
  id: string,
  reason: string,
): Promise<void> {
  const conference = await findConference(db, id);
  if (!conference) throw new AppError('NOT_FOUND');
  if (conference.closedAt === null) throw ruleError('notClosed');
  await reopenConference(db, id, { id: newId(), at: now(), actor: actor.name, reason });
}

/**
 * Leaves the number of the minutes in the register as void, before the conference goes.
 * @throws AppError RULE conferenceClosed, voidReasonMissing
 */
export async function voidMinutes(
  { db, newId }: CommandContext,
  id: string,
  reason: string | undefined,
): Promise<void> {
  const conference = await findConference(db, id);
  if (!conference || conference.minutesNumber === null) return;
  const { termId, minutesNumber: number, minutesIssuer: issuer, chairId, startsAt, closedAt } = conference;
  if (closedAt !== null) throw ruleError('conferenceClosed');
  if (reason === undefined) throw ruleError('voidReasonMissing', { number });
  const organisation = await getOrganisation(db);
  const date = startsAt.slice(0, 10);
  const termOrdinal = organisation.terms.find((term) => term.id === termId)?.ordinal ?? 1;
  const title = conferenceTitle(conference, termOrdinal, requireName(organisation, date));
  const chair = (await listMembers(db, { termId })).find((member) => member.id === chairId);
  const line = { termId, issuer, number, date, title, chairName: chair?.fullName ?? '', reason };
  await insertVoidedMinutes(db, newId(), line);
}
