import type { CommandContext } from '#main/api/context.ts';
import { listMembers } from '#main/features/organisation/index.ts';
import { ruleError } from '#shared/errors.ts';
import { presentEntry } from '#shared/features/conferences/blank.ts';
import type { AttendanceEntry, ConferenceFields, RollPerson } from '#shared/features/conferences/schema.ts';
import { positionOn } from '#shared/features/organisation/rules.ts';
import { fold } from '#shared/text/fold.ts';
import { getAttendance, insertAttendance } from './roll-repository.ts';

/** Who belongs to a conference of that kind on its day. */
export async function rollOf(
  { db }: Pick<CommandContext, 'db'>,
  termId: string,
  { kind, startsAt }: Pick<ConferenceFields, 'kind' | 'startsAt'>,
): Promise<RollPerson[]> {
  const on = startsAt.slice(0, 10);
  switch (kind) {
    case 'executive_committee':
    case 'standing_committee': {
      const members = await listMembers(db, { termId, on });
      return members
        .filter((member) => kind === 'executive_committee' || positionOn(member, on)?.role !== 'member')
        .map(({ id }) => ({ memberId: id }));
    }
    // No list of delegates and cell members is kept: the last conference of that kind had one.
    case 'congress':
    case 'cell': {
      const last = await db
        .selectFrom('conference')
        .select('id')
        .where('term_id', '=', termId)
        .where('kind', '=', kind)
        .where('starts_at', '<', startsAt)
        .orderBy('starts_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      const roll = last ? await getAttendance(db, last.id) : [];
      return roll.map(({ memberId, fullName, title }) => (memberId ? { memberId } : { fullName, title }));
    }
  }
}

/** Puts people at the end of the roll. @throws AppError RULE onRollTwice */
export async function addToRoll(
  { db, newId }: Pick<CommandContext, 'db' | 'newId'>,
  conferenceId: string,
  people: readonly RollPerson[],
): Promise<void> {
  const roll = await getAttendance(db, conferenceId);
  const names = new Map((await listMembers(db, {})).map(({ id, fullName }) => [id, fullName]));
  const key = (person: RollPerson | AttendanceEntry) =>
    'memberId' in person && person.memberId !== null
      ? person.memberId
      : fold('fullName' in person ? person.fullName : '');
  const known = new Set(roll.map(key));
  for (const [index, person] of people.entries()) {
    if (known.has(key(person))) {
      const name = 'fullName' in person ? person.fullName : (names.get(person.memberId) ?? '');
      throw ruleError('onRollTwice', { name });
    }
    known.add(key(person));
    await insertAttendance(db, conferenceId, roll.length + index + 1, presentEntry(newId(), person));
  }
}
