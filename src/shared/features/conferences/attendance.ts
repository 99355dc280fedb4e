import { twoDigits } from '../../text/quantities.ts';
import type { AgendaItem, AttendanceEntry, ConferenceKind, Preset } from './schema.ts';

/** Who was in the room when: the roll with its arrivals and departures, along the items of the agenda. */

type Entry = Pick<AttendanceEntry, 'state' | 'arrivedItemId' | 'leftItemId'>;
type Items = readonly Pick<AgendaItem, 'id'>[];

/** A delegate's substitute has the delegate's rights; a committee's member has nobody who could stand in for them. */
function isThere(entry: Entry, kind: ConferenceKind): boolean {
  return entry.state === 'present' || (entry.state === 'replaced' && kind === 'congress');
}

function isThereAtOpening(entry: Entry, kind: ConferenceKind): boolean {
  return isThere(entry, kind) && entry.arrivedItemId === null;
}

/** Whether they were in the room for all of that item: who leaves at an item is not counted in its votes. */
export function isThereForItem(entry: Entry, kind: ConferenceKind, items: Items, itemId: string): boolean {
  if (!isThere(entry, kind)) return false;
  const place = (wanted: string) => items.findIndex((item) => item.id === wanted);
  const now = place(itemId);
  const hasCome = entry.arrivedItemId === null || place(entry.arrivedItemId) <= now;
  const hasLeft = entry.leftItemId !== null && place(entry.leftItemId) <= now;
  return hasCome && !hasLeft;
}

/** Whether they left before, or with, what they came for: as the items stand now. */
export function leavesTooEarly({ arrivedItemId, leftItemId }: Entry, items: Items): boolean {
  if (arrivedItemId === null || leftItemId === null) return false;
  const place = (wanted: string) => items.findIndex((item) => item.id === wanted);
  return place(leftItemId) <= place(arrivedItemId);
}

/** How many were in the room when the conference was opened. */
export function countAtOpening(entries: readonly Entry[], kind: ConferenceKind): number {
  return entries.filter((entry) => isThereAtOpening(entry, kind)).length;
}

/** How many were in the room for all of that item: who may vote on it. */
export function countForItem(
  entries: readonly Entry[],
  kind: ConferenceKind,
  items: Items,
  itemId: string,
): number {
  return entries.filter((entry) => isThereForItem(entry, kind, items, itemId)).length;
}

export type AttendanceCount = {
  members: number;
  present: number;
  excused: number;
  absent: number;
  replaced: number;
  late: number;
  left: number;
};

/** Over the whole conference: who came late or left early counts as present. */
export function countAttendance(entries: readonly Entry[], kind: ConferenceKind): AttendanceCount {
  const count = { members: entries.length, present: 0, excused: 0, absent: 0, replaced: 0, late: 0, left: 0 };
  for (const entry of entries) {
    if (isThere(entry, kind)) count.present += 1;
    if (entry.state === 'excused') count.excused += 1;
    if (entry.state === 'absent') count.absent += 1;
    if (entry.state === 'replaced') count.replaced += 1;
    if (entry.arrivedItemId !== null) count.late += 1;
    if (entry.leftItemId !== null) count.left += 1;
  }
  return count;
}

/**
 * "Có mặt: 13 đồng chí; vắng: 02 đồng chí, có lý do: 02." with who came late, left early or was replaced: the sentence
 * that the minutes print.
 */
export function attendanceSentence(count: AttendanceCount): string {
  const away = count.members - count.present;
  const kinds = [
    part('có lý do', count.excused),
    part('không có lý do', count.absent),
    part('có người dự thay', away - count.excused - count.absent),
  ].join('');
  const absence = away === 0 ? 'vắng: 0' : `vắng: ${comrades(away)}${kinds}`;
  const moves = [
    count.late > 0 ? ` Đến muộn: ${comrades(count.late)}.` : '',
    count.left > 0 ? ` Về sớm: ${comrades(count.left)}.` : '',
    away - count.excused - count.absent === 0 && count.replaced > 0
      ? ` Dự thay: ${comrades(count.replaced)}.`
      : '',
  ].join('');
  return `Có mặt: ${comrades(count.present)}; ${absence}.${moves}`;
}

function part(what: string, count: number): string {
  return count > 0 ? `, ${what}: ${twoDigits(count)}` : '';
}

function comrades(count: number): string {
  return `${twoDigits(count)} đồng chí`;
}

type Quorum = Pick<Preset, 'quorumNumerator' | 'quorumDenominator' | 'quorumIsStrict'>;

/** Whether as many are there as the office's working rules ask for; only ever a warning (domain 3.2). */
export function hasQuorum(present: number, members: number, quorum: Quorum): boolean {
  const have = present * quorum.quorumDenominator;
  const need = members * quorum.quorumNumerator;
  return quorum.quorumIsStrict ? have > need : have >= need;
}

/** The fewest that make a quorum. */
export function quorumCount(members: number, quorum: Quorum): number {
  const exact = (members * quorum.quorumNumerator) / quorum.quorumDenominator;
  return quorum.quorumIsStrict ? Math.floor(exact) + 1 : Math.ceil(exact);
}
