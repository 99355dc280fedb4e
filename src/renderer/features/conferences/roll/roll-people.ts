import { isThereForItem } from '#shared/features/conferences/attendance.ts';
import type { NamedPerson } from '#shared/features/conferences/people.ts';
import type { AttendanceEntry, Conference } from '#shared/features/conferences/schema.ts';
import type { Member } from '#shared/features/organisation/schema.ts';
import { titleOn } from '../queries.ts';

/** Name and title of somebody on the roll; a member's are those of the conference's day. */
export function personOf(entry: AttendanceEntry, members: readonly Member[], day: string): NamedPerson {
  const member = members.find(({ id }) => id === entry.memberId);
  return member
    ? { fullName: member.fullName, title: titleOn(member, day) }
    : { fullName: entry.fullName, title: entry.title };
}

/** The names of who may vote on the item; a delegate's substitute under their own. */
export function votersAt(conference: Conference, members: readonly Member[], itemId: string): string[] {
  const { attendance, agenda, kind, startsAt } = conference;
  const people = attendance
    .filter((entry) => isThereForItem(entry, kind, agenda, itemId))
    .map((entry) => {
      const person = personOf(entry, members, startsAt.slice(0, 10));
      return entry.substitute ? { fullName: entry.substitute, title: '' } : person;
    });
  const counts = Map.groupBy(people, ({ fullName }) => fullName);
  return people.map(({ fullName, title }) =>
    (counts.get(fullName)?.length ?? 0) > 1 && title ? `${fullName} (${title})`.slice(0, 100) : fullName,
  );
}
