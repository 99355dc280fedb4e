import type { Kysely, Transaction } from 'kysely';
import type { Database, UserTable } from '#main/db/schema.ts';
import { AppError } from '#shared/errors.ts';
import type { User, UserFields } from '#shared/features/users/schema.ts';
import { compareText } from '#shared/text/sort.ts';

type Db = Kysely<Database>;

/** In the order of the alphabet. */
export async function listUsers(db: Db): Promise<User[]> {
  const rows = await db.selectFrom('user').selectAll().execute();
  return rows.map(toUser).sort((a, b) => compareText(a.name, b.name));
}

export async function insertUser(
  db: Transaction<Database>,
  user: UserFields & { id: string },
  pinSetAt: string,
): Promise<void> {
  await db
    .insertInto('user')
    .values({ id: user.id, ...columnsOf(user), pin_set_at: pinSetAt })
    .execute();
}

/** @throws AppError NOT_FOUND */
export async function updateUser(
  db: Transaction<Database>,
  id: string,
  fields: UserFields | { pinSetAt: string },
): Promise<void> {
  const values = 'pinSetAt' in fields ? { pin_set_at: fields.pinSetAt } : columnsOf(fields);
  const { numUpdatedRows } = await db
    .updateTable('user')
    .set(values)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AppError('NOT_FOUND');
}

function columnsOf({ name, title, roles, isActive }: UserFields) {
  return { name, title, roles: JSON.stringify(roles), is_active: Number(isActive) };
}

function toUser(row: UserTable): User {
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    roles: JSON.parse(row.roles) as User['roles'],
    isActive: row.is_active === 1,
  };
}
