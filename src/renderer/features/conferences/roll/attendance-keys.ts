import type { KeyPress } from '#renderer/lib/keys.ts';
import type { AgendaItem, AttendanceEntry } from '#shared/features/conferences/schema.ts';

/** What one key says about a person. */
export const marks = ['present', 'excused', 'absent', 'late', 'left', 'replaced'] as const;
export type Mark = (typeof marks)[number];

/** The letters of the paper list: C có mặt, P vắng có phép, V vắng, M đến muộn, S về sớm, T có người thay. */
export const markKeys: Record<Mark, string> = {
  present: 'C',
  excused: 'P',
  absent: 'V',
  late: 'M',
  left: 'S',
  replaced: 'T',
};

export type RollAct =
  | { kind: 'move'; to: number }
  | { kind: 'order'; step: -1 | 1 }
  | { kind: 'mark'; mark: Mark }
  /** Write what belongs to the mark: the reason, the item, the substitute. */
  | { kind: 'detail' }
  | { kind: 'remove' };

/** What a key means in the roll; null when it means nothing here. */
export function rollAct(
  { key, ctrlKey, altKey, metaKey }: KeyPress,
  at: number,
  count: number,
): RollAct | null {
  if (ctrlKey || metaKey) return null;
  const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
  if (altKey) return step && { kind: 'order', step };
  const move = (to: number): RollAct => ({ kind: 'move', to: Math.max(0, Math.min(count - 1, to)) });
  if (step) return move(at + step);
  switch (key) {
    case 'Home':
      return move(0);
    case 'End':
      return move(count - 1);
    case 'Enter':
      return { kind: 'detail' };
    case 'Delete':
      return { kind: 'remove' };
  }
  const mark = marks.find((one) => markKeys[one] === key.toUpperCase());
  return mark ? { kind: 'mark', mark } : null;
}

/** Whether the mark holds for the entry; who came late or left early is also present. */
export function isMarked(entry: AttendanceEntry, mark: Mark): boolean {
  if (mark === 'late') return entry.arrivedItemId !== null;
  if (mark === 'left') return entry.leftItemId !== null;
  if (mark === 'present') return entry.state === 'present' && !entry.arrivedItemId && !entry.leftItemId;
  return entry.state === mark;
}

/** There from the beginning to the end, until something else is said. */
function present(entry: AttendanceEntry): AttendanceEntry {
  return {
    ...entry,
    state: 'present',
    reason: '',
    arrivedItemId: null,
    leftItemId: null,
    substitute: '',
  };
}

/** The entry with a mark that needs no item. */
export function marked(entry: AttendanceEntry, mark: 'present' | 'excused' | 'absent' | 'replaced') {
  return { ...present(entry), state: mark, reason: mark === 'excused' ? entry.reason : '' };
}

type Items = readonly Pick<AgendaItem, 'id'>[];

/** There from that item on; who is said to have left before stays to the end. */
export function arrivedAt(entry: AttendanceEntry, items: Items, itemId: string): AttendanceEntry {
  const kept = entry.state === 'present' ? entry.leftItemId : null;
  const leftItemId = kept && placeOf(items, kept) > placeOf(items, itemId) ? kept : null;
  return { ...present(entry), arrivedItemId: itemId, leftItemId };
}

/** Gone from that item on. */
export function leftAt(entry: AttendanceEntry, items: Items, itemId: string): AttendanceEntry {
  const kept = entry.state === 'present' ? entry.arrivedItemId : null;
  const arrivedItemId = kept && placeOf(items, kept) < placeOf(items, itemId) ? kept : null;
  return { ...present(entry), arrivedItemId, leftItemId: itemId };
}

export function placeOf(items: Items, itemId: string): number {
  return items.findIndex(({ id }) => id === itemId);
}

/**
 * Which item the typed digits mean, counted from 0, and whether a further digit could still mean another one; null when
 * they mean none.
 */
export function itemOfDigits(digits: string, count: number): { at: number; isFinal: boolean } | null {
  const number = Number(digits);
  return number >= 1 && number <= count ? { at: number - 1, isFinal: number * 10 > count } : null;
}
