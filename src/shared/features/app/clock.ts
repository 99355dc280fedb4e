import type { AppStatus } from './contract.ts';

const dayMs = 86_400_000;
/** An office that was not opened for so long would look at its clock anyway. */
const mostYears = 5;

/** How the PC's clock stands to the instant of the newest change; null: as it should. Travelling and summer time are no fault. */
export function clockAgainst(newest: string, now: string): AppStatus['clock'] {
  const ms = Date.parse(now) - Date.parse(newest);
  if (ms < -dayMs) return 'behind';
  return ms > mostYears * 365 * dayMs ? 'ahead' : null;
}
