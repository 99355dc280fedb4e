import { activeUsers } from '#main/features/users/index.ts';
import { type Actor, everybody, nobody } from './context.ts';
import type { Session } from './services.ts';

/** Who is at the PC. In memory only: after a start nobody is, until a PIN says so. */
export type Presence = {
  /** With the roles of this moment: one that is taken away ends with the next call. */
  actor: () => Actor;
  signIn: (userId: string) => void;
  lock: () => void;
};

export function createPresence(session: Session): Presence {
  let here: string | null = null;
  return {
    actor: () => {
      // Without a store there is nothing to read or write, but what helps to get one.
      if (session.startup().state !== 'ready') return everybody;
      const users = activeUsers(session.present().raw);
      if (users.length === 0) return everybody;
      const user = users.find(({ id }) => id === here);
      return user ? { ...user, roles: user.roles() } : nobody;
    },
    signIn: (userId) => {
      here = userId;
    },
    lock: () => {
      here = null;
    },
  };
}
