import { everybody, type FeatureHandlers, mayCall, nobody } from '#main/api/context.ts';
import { readPreference, writePreference } from '#main/db/preferences.ts';
import { allMethods } from '#shared/contract.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { lockChoices } from '#shared/features/users/schema.ts';
import { recoverySlip } from './recovery-slip.ts';
import {
  findUser,
  hasUsers,
  insertUser,
  isNameTaken,
  listPeople,
  listUsers,
  updateUser,
} from './repository.ts';
import { newRecoveryCode, putSecret, readRecoveryCode, trySecret } from './secrets.ts';

const lockKey = 'lockAfterMinutes';
const usualLock = 10;

export const usersHandlers: FeatureHandlers<'users'> = {
  // Of today, whatever day is shown: who may read the past is who is here now.
  presence: async ({ services, actor }) => {
    const { db } = services.session.present();
    const people = await listPeople(db);
    const stored = await readPreference(db, lockKey);
    return {
      people,
      signedIn: people.find(({ id }) => id === actor.id) ?? null,
      refused: [...allMethods()].filter(([, method]) => !mayCall(actor, method)).map(([name]) => name),
      lockAfterMinutes: lockChoices.find((minutes) => String(minutes) === stored) ?? usualLock,
    };
  },

  signIn: async ({ db, services, now }, { id, pin }) => {
    if (!(await findUser(db, id))?.isActive) return { state: 'closed' };
    const attempt = await trySecret(db, id, pin, now());
    if (attempt.state === 'in') services.presence.signIn(id);
    return attempt;
  },

  lock: async ({ services }) => {
    services.presence.lock();
    return {};
  },

  recover: async ({ db, services, now, newId }, { code, id, pin }) => {
    const user = await findUser(db, id);
    if (!user?.isActive || !user.roles.includes('admin')) throw ruleError('recoveryIsForAdministrators');
    const attempt = await trySecret(db, null, readRecoveryCode(code), now());
    if (attempt.state !== 'in') return { attempt, recoveryCode: null };
    await updateUser(db, id, { pinSetAt: now() });
    await putSecret(db, id, pin, newId);
    const recoveryCode = newRecoveryCode();
    await putSecret(db, null, recoveryCode, newId);
    services.presence.signIn(id);
    return { attempt, recoveryCode };
  },

  list: ({ db }) => listUsers(db),

  begin: async ({ db, actor, services, now, newId }, { pin, ...fields }) => {
    if (actor.id !== everybody.id || (await hasUsers(db))) throw ruleError('usersExist');
    if (!fields.roles.includes('admin')) throw ruleError('lastAdministrator');
    const id = newId();
    await insertUser(db, { ...fields, id, isActive: true }, now());
    await putSecret(db, id, pin, newId);
    const recoveryCode = newRecoveryCode();
    await putSecret(db, null, recoveryCode, newId);
    // What was begun before goes on with the one who sits there.
    await services.handOver(db, everybody.id, id);
    services.presence.signIn(id);
    return { recoveryCode };
  },

  add: async ({ db, now, newId }, { pin, ...fields }) => {
    await requireFreeName(db, fields.name);
    if (!(await hasUsers(db))) throw ruleError('beginWithAdministrator');
    const id = newId();
    await insertUser(db, { ...fields, id }, now());
    await putSecret(db, id, pin, newId);
    return { id };
  },

  save: async ({ db }, { id, ...fields }) => {
    await requireFreeName(db, fields.name, id);
    await updateUser(db, id, fields);
    return {};
  },

  resetPin: async ({ db, now, newId }, { id, pin }) => {
    await updateUser(db, id, { pinSetAt: now() });
    await putSecret(db, id, pin, newId);
    return {};
  },

  changePin: async ({ db, actor, now, newId }, { current, pin }) => {
    if (actor === everybody || actor === nobody) throw new AppError('FORBIDDEN');
    const attempt = await trySecret(db, actor.id, current, now());
    if (attempt.state !== 'in') return attempt;
    await updateUser(db, actor.id, { pinSetAt: now() });
    await putSecret(db, actor.id, pin, newId);
    return attempt;
  },

  newRecoveryCode: async ({ db, newId }) => {
    if (!(await hasUsers(db))) throw ruleError('beginWithAdministrator');
    const recoveryCode = newRecoveryCode();
    await putSecret(db, null, recoveryCode, newId);
    return { recoveryCode };
  },

  printRecoverySlip: async ({ services, store, today }, { recoveryCode }) => {
    const model = await recoverySlip(store().db, recoveryCode, today());
    const { pages } = await services.typesetter.svg(model);
    await services.host.printPages(pages);
    return {};
  },

  setLock: async ({ db }, { minutes }) => {
    await writePreference(db, lockKey, String(minutes));
    return {};
  },
};

type Db = Parameters<typeof listUsers>[0];

async function requireFreeName(db: Db, name: string, own?: string): Promise<void> {
  if (await isNameTaken(db, name, own)) throw ruleError('userNameTaken', { name });
}
