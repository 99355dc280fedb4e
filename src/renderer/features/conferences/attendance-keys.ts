import type { KeyPress } from '#renderer/lib/keys.ts';
import type { AttendanceState } from '#shared/features/conferences/schema.ts';

export type RollAct =
  | { kind: 'move'; to: number }
  | { kind: 'set'; state: AttendanceState }
  /** Write the reason of the one marked. */
  | { kind: 'reason' };

/** The letters of the paper list: C có mặt, P vắng có phép, V vắng, T có người thay. */
export const stateKeys: Record<AttendanceState, string> = {
  present: 'C',
  excused: 'P',
  absent: 'V',
  replaced: 'T',
};

/** What a key means in the roll; null when it means nothing here. */
export function rollAct(
  { key, ctrlKey, altKey, metaKey }: KeyPress,
  at: number,
  count: number,
): RollAct | null {
  if (ctrlKey || altKey || metaKey) return null;
  const move = (to: number): RollAct => ({ kind: 'move', to: Math.max(0, Math.min(count - 1, to)) });
  switch (key) {
    case 'ArrowUp':
      return move(at - 1);
    case 'ArrowDown':
      return move(at + 1);
    case 'Home':
      return move(0);
    case 'End':
      return move(count - 1);
    case 'Enter':
      return { kind: 'reason' };
  }
  const letter = key.toUpperCase();
  const found = Object.entries(stateKeys).find(([, own]) => own === letter);
  return found ? { kind: 'set', state: found[0] as AttendanceState } : null;
}
