import type { Database as Sqlite, Statement } from 'better-sqlite3';
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

type Row = { id: string; name: string; roles: string };

const asked = new WeakMap<Sqlite, Statement<[], Row>>();

/** Prepared once for each store: it is asked at every call. */
function activeUsers(raw: Sqlite): Statement<[], Row> {
  const known =
    asked.get(raw) ?? raw.prepare<[], Row>('SELECT id, name, roles FROM user WHERE is_active = 1');
  asked.set(raw, known);
  return known;
}

export function createPresence(session: Session): Presence {
  let here: string | null = null;
  return {
    actor: () => {
      // Without a store there is nothing to read or write, but what helps to get one.
      if (session.startup().state !== 'ready') return everybody;
      const users = activeUsers(session.present().raw).all();
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
