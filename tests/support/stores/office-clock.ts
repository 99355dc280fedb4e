import type { Sources } from '#main/api/context.ts';

/** What the clocks of the office show, seven hours ahead of UTC, wherever the store is made. */
const zone = '+07:00';
const aheadMs = 7 * 3_600_000;

export type OfficeClock = { sources: Sources; turnTo: (day: string, time: string) => void };

/** A clock that is turned by hand and goes on a little at each look; ids in the order in which they are made. */
export function officeClock(schema: number): OfficeClock {
  let at = 0;
  let made = 0;
  return {
    turnTo: (day, time) => {
      at = Date.parse(`${day}T${time}:00${zone}`);
    },
    sources: {
      now: () => {
        at += 20_000;
        return new Date(at).toISOString();
      },
      today: () => new Date(at + aheadMs).toISOString().slice(0, 10),
      newId: () => {
        made += 1;
        return idOf(at, schema, made);
      },
    },
  };
}

/** A UUIDv7 of that instant; what chance would fill tells the schema and counts. */
function idOf(at: number, schema: number, count: number): string {
  const time = at.toString(16).padStart(12, '0');
  const end = count.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${schema.toString(16).padStart(3, '0')}-8000-${end}`;
}
