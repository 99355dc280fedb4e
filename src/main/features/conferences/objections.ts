import type { QueryContext } from '#main/api/context.ts';
import { getOrganisation } from '#main/features/organisation/index.ts';
import type { FinalAct, Objection } from '#shared/objections.ts';
import { isWithin, showDate } from '#shared/text/dates.ts';
import { findConference } from './repository.ts';

/** What the days of a conference say against locking its minutes. */
export async function conferenceObjections(
  { db, today }: Pick<QueryContext, 'db' | 'today'>,
  act: FinalAct,
): Promise<Objection[]> {
  const conference = act.act === 'close' ? await findConference(db, act.conferenceId) : null;
  if (!conference) return [];
  const { id, startsAt, endsAt, termId } = conference;
  const day = startsAt.slice(0, 10);
  const last = (endsAt ?? startsAt).slice(0, 10);
  const place = { kind: 'conference', id } as const;
  const found: Objection[] = [];
  if (last > today()) found.push({ id: 'meetingAhead', params: { date: showDate(last) }, place });
  const { terms } = await getOrganisation(db);
  const term = terms.find((one) => one.id === termId);
  if (term && !isWithin(day, term.startsOn, term.endsOn))
    found.push({ id: 'meetingOutsideTerm', params: { date: showDate(day) }, place });
  return found;
}
