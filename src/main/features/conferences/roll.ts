import { isDeepStrictEqual } from 'node:util';
import type { CommandContext } from '#main/api/context.ts';
import { listMembers } from '#main/features/organisation/index.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { leavesTooEarly } from '#shared/features/conferences/attendance.ts';
import { presentEntry } from '#shared/features/conferences/blank.ts';
import { firstTwice, isSamePerson, type NamedPerson } from '#shared/features/conferences/people.ts';
import type {
  AttendanceEntry,
  Conference,
  ConferenceFields,
  RollPerson,
} from '#shared/features/conferences/schema.ts';
import { positionOn } from '#shared/features/organisation/rules.ts';
import { deleteAttendance, getAttendance, insertAttendance, lastPlace } from './roll-repository.ts';

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

/**
 * A conference that turns out to be of another day or kind gets the roll of that one. Only while nobody has touched the
 * old roll and nothing was counted by it.
 */
export async function followDay(
  ctx: Pick<CommandContext, 'db' | 'newId'>,
  before: Conference,
  termId: string,
  after: Pick<ConferenceFields, 'kind' | 'startsAt'>,
): Promise<void> {
  const { id, attendance, votes, elections } = before;
  if (before.startsAt.slice(0, 10) === after.startsAt.slice(0, 10) && before.kind === after.kind) return;
  if (votes.length + elections.length > 0) return;
  const proposed = await rollOf(ctx, before.termId, before);
  const untouched = proposed.map((person, index) => presentEntry(attendance[index]?.id ?? '', person));
  if (!isDeepStrictEqual(attendance, untouched)) return;
  const people = await rollOf(ctx, termId, after);
  if (isDeepStrictEqual(people, proposed)) return;
  for (const entry of attendance) await deleteAttendance(ctx.db, id, entry.id);
  await addToRoll(ctx, { id, startsAt: after.startsAt }, people);
}

/** Puts people at the end of the roll. @throws AppError RULE onRollTwice */
export async function addToRoll(
  { db, newId }: Pick<CommandContext, 'db' | 'newId'>,
  { id, startsAt }: { id: string } & Pick<ConferenceFields, 'startsAt'>,
  people: readonly RollPerson[],
): Promise<void> {
  const roll = await getAttendance(db, id);
  refuseTwice(await namesOf(db, startsAt), roll, people);
  const last = await lastPlace(db, id);
  for (const [index, person] of people.entries()) {
    await insertAttendance(db, id, last + index + 1, presentEntry(newId(), person));
  }
}

/**
 * The entry as it is to be kept: a reason belongs to who is away, coming and leaving to who was there, a substitute to
 * who was replaced; a member stays that member, and who is known by name keeps a name of their own.
 * @throws AppError RULE notAMember, onRollTwice, leftBeforeArrived; NOT_FOUND for an item of another conference
 */
export async function checkedEntry(
  { db }: Pick<CommandContext, 'db'>,
  { attendance, agenda, startsAt }: Conference,
  entry: AttendanceEntry,
): Promise<AttendanceEntry> {
  const stored = attendance.find(({ id }) => id === entry.id);
  if (!stored) throw ruleError('notAMember');
  const { state } = entry;
  const kept = {
    ...entry,
    memberId: stored.memberId,
    fullName: stored.memberId === null ? entry.fullName || stored.fullName : '',
    title: stored.memberId === null ? entry.title : '',
    reason: state === 'present' || state === 'absent' ? '' : entry.reason,
    arrivedItemId: state === 'present' ? entry.arrivedItemId : null,
    leftItemId: state === 'present' ? entry.leftItemId : null,
    substitute: state === 'replaced' ? entry.substitute : '',
  };
  if (kept.fullName !== stored.fullName || kept.title !== stored.title) {
    const others = attendance.filter(({ id }) => id !== entry.id);
    refuseTwice(await namesOf(db, startsAt), others, [kept]);
  }
  const places = agenda.map(({ id }) => id);
  const isUnknown = (item: string | null) => item !== null && !places.includes(item);
  if (isUnknown(kept.arrivedItemId) || isUnknown(kept.leftItemId)) throw new AppError('NOT_FOUND');
  if (leavesTooEarly(kept, agenda)) throw ruleError('leftBeforeArrived');
  return kept;
}

type OnRoll = RollPerson | Pick<AttendanceEntry, 'memberId' | 'fullName' | 'title'>;

/** How the members are called on the conference's day, by their id. */
async function namesOf(
  db: CommandContext['db'],
  startsAt: string,
): Promise<ReadonlyMap<string, NamedPerson>> {
  const on = startsAt.slice(0, 10);
  const members = await listMembers(db, {});
  return new Map(
    members.map((member) => [
      member.id,
      { fullName: member.fullName, title: positionOn(member, on)?.title ?? '' },
    ]),
  );
}

/** Members are told apart by their id, so that two of one name can both be there; others by name and title. */
function refuseTwice(
  names: ReadonlyMap<string, NamedPerson>,
  roll: readonly OnRoll[],
  added: readonly OnRoll[],
): void {
  const idOf = (person: OnRoll) => ('memberId' in person ? person.memberId : null);
  const nameOf = (person: OnRoll): NamedPerson => {
    const member = names.get(idOf(person) ?? '');
    return member ?? ('fullName' in person ? person : { fullName: '', title: '' });
  };
  const known = new Set(roll.map(idOf));
  for (const person of added) {
    const id = idOf(person);
    if (id !== null && known.has(id)) throw ruleError('onRollTwice', { name: nameOf(person).fullName });
    known.add(id);
  }
  const byName = (people: readonly OnRoll[]) => people.filter((person) => idOf(person) === null).map(nameOf);
  const members = (people: readonly OnRoll[]) => people.filter((person) => idOf(person) !== null).map(nameOf);
  const twice =
    firstTwice([...roll.map(nameOf), ...members(added)], byName(added)) ??
    members(added).find((member) => byName(roll).some((other) => isSamePerson(other, member)));
  if (twice) throw ruleError('onRollTwice', { name: twice.fullName });
}
