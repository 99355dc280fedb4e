import type { Role } from '#shared/define.ts';
import type { TestApp } from '../test-app.ts';
import type { StoreFixture } from './fixture.ts';
import type { OfficeClock } from './office-clock.ts';

/** Who tells the story of an office to the program, and remembers what it was told back. */
export type Teller = Pick<StoreFixture, 'people' | 'ids' | 'drafts'> & {
  app: TestApp;
  call: TestApp['call'];
  clock: OfficeClock;
  /** Changes places at the PC. */
  as: (role: Role) => void;
};

export function createTeller(app: TestApp, clock: OfficeClock): Teller {
  const people: Teller['people'] = {};
  return {
    app,
    call: app.call,
    clock,
    people,
    ids: {},
    drafts: [],
    as: (role) => app.program.services.presence.signIn(people[role] ?? ''),
  };
}

/** @throws Error before the story has come there */
export function idOf({ ids }: Teller, name: string): string {
  const id = ids[name];
  if (!id) throw new Error(`the story does not know ${name} yet`);
  return id;
}
