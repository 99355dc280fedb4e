import type { Role } from '#shared/define.ts';
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
      const { raw } = session.present();
      const active = raw.prepare('SELECT id, name, roles FROM user WHERE is_active = 1');
      const users = active.all() as { id: string; name: string; roles: string }[];
      if (users.length === 0) return everybody;
      const user = users.find(({ id }) => id === here);
      return user ? { ...user, roles: JSON.parse(user.roles) as Role[] } : nobody;
    },
    signIn: (userId) => {
      here = userId;
    },
    lock: () => {
      here = null;
    },
  };
}
