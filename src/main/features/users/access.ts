import type { Database as Sqlite } from 'better-sqlite3';
import type { Role } from '#shared/define.ts';
import { rolesIn } from './active-users.ts';

/** Who may come in, with what, and since when by which PIN. */
export type Access = { id: string; roles: readonly Role[]; pinSetAt: string };

/** In a store of any version; those before users were known have none. */
export function accessIn(raw: Sqlite): Access[] {
  const hasUsers = raw.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'user'`).get();
  if (hasUsers === undefined) return [];
  const rows = raw
    .prepare<[], { id: string; name: string; roles: string; pinSetAt: string }>(
      'SELECT id, name, roles, pin_set_at AS pinSetAt FROM user WHERE is_active = 1',
    )
    .all();
  const people = rows.map((row) => ({ id: row.id, roles: rolesIn(row), pinSetAt: row.pinSetAt }));
  return people.length === 0 ? [] : [...people, ...recoveryIn(raw)];
}

/** The code of the safe lets anybody in as well: one of before may be known. */
function recoveryIn(raw: Sqlite): Access[] {
  const hasSecrets = raw.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'user_secret'`).get();
  if (hasSecrets === undefined) return [];
  const hash = raw.prepare('SELECT hash FROM user_secret WHERE user_id IS NULL').pluck().get();
  return typeof hash === 'string' ? [{ id: 'recovery', roles: [], pinSetAt: hash }] : [];
}

/**
 * Whether somebody could do more there than here: without users everybody has every role; a role or a person that was taken
 * out is back; another's PIN, or the code of the safe, is the one of before, which may be known.
 * @param own whose own PIN may be an older one
 */
export function givesMore(here: readonly Access[], there: readonly Access[], own: string): boolean {
  if (here.length === 0) return false;
  if (there.length === 0) return true;
  const known = new Map(here.map((access) => [access.id, access]));
  return there.some(({ id, roles, pinSetAt }) => {
    const now = known.get(id);
    if (!now) return true;
    return roles.some((role) => !now.roles.includes(role)) || (id !== own && pinSetAt !== now.pinSetAt);
  });
}
