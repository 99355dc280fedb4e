import type { Database as Sqlite, Statement } from 'better-sqlite3';
import type { Role } from '#shared/define.ts';
import { userRecord } from '#shared/features/users/records.ts';
import { readFields } from '#shared/record.ts';
import { isDamage } from '#shared/stored.ts';

type Row = { id: string; name: string; roles: string };

const asked = new WeakMap<Sqlite, Statement<[], Row>>();

/** Who may come in. Prepared once for each store: it is asked at every call. */
export function activeUsers(raw: Sqlite): { id: string; name: string; roles: () => Role[] }[] {
  const known =
    asked.get(raw) ?? raw.prepare<[], Row>('SELECT id, name, roles FROM user WHERE is_active = 1');
  asked.set(raw, known);
  return known.all().map((row) => ({ ...row, roles: () => rolesIn(row) }));
}

/** Who has damaged roles has none, and keeps nobody else out; the list of users tells of it. */
export function rolesIn(row: Pick<Row, 'name' | 'roles'>): Role[] {
  try {
    return readFields(userRecord, ['roles'], row).roles;
  } catch (error) {
    if (isDamage(error)) return [];
    throw error;
  }
}
