import { createTestApp, fixedSources, type TestApp } from './test-app.ts';

/** Midday, so that a day is the same one wherever the test runs. */
export const dayOf = (n: number) => `2026-03-${String(n).padStart(2, '0')}`;
const noon = (n: number) => `${dayOf(n)}T05:00:00.000Z`;

type Clocked = TestApp & { turnTo: (day: number) => void };

/** The program with a clock that is turned by hand. */
export async function clockedApp(folder?: string): Promise<Clocked> {
  let now = noon(1);
  const { newId } = fixedSources();
  const app = await createTestApp({
    ...(folder && { folder }),
    sources: { now: () => now, today: () => now.slice(0, 10), newId },
  });
  return {
    ...app,
    turnTo: (day) => {
      now = noon(day);
    },
  };
}
