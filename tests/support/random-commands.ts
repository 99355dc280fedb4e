import fc from 'fast-check';
import { recordTables } from '#main/db/journal/triggers.ts';
import type { Client } from '#shared/contract.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import {
  addMember,
  conferenceInput,
  documentInput,
  electionInput,
  indicatorInput,
  setUpOffice,
  voteInput,
} from './records.ts';
import type { TestApp } from './test-app.ts';

/** Every record row of the store, in a form that can be compared. */
export function dump(target: TestApp): Record<string, unknown[]> {
  const { raw } = target.store();
  return Object.fromEntries(
    recordTables(raw).map((table) => [table, raw.prepare(`SELECT * FROM "${table}" ORDER BY id`).all()]),
  );
}

export type Step = { kind: number; pick: number; text: string };
/** One random thing that a clerk may do. */
export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat({ max: 17 }),
  pick: fc.nat({ max: 1000 }),
  text: fc
    .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 20 })
    .map((text) => `${text}đ`.normalize('NFC')),
});

/** An office with three members. */
export async function prepare(call: Client): Promise<void> {
  const { termId } = await setUpOffice(call);
  for (const name of ['Đinh Văn An', 'Đinh Thị Bé', 'Trần Đức']) await addMember(call, termId, name);
}

/** Does one random command; a refusal is fine and changes nothing. @returns how many change sets it left */
export async function perform(trial: TestApp, { kind, pick, text }: Step): Promise<number> {
  const { call } = trial;
  const before = (await call.journal.recent({ limit: 1 }))[0]?.seq ?? 0;
  const one = <T>(list: readonly T[]) => list[pick % Math.max(1, list.length)];
  const { terms } = await call.organisation.get({});
  const members = await call.organisation.listMembers({});
  const conference = one(await call.conferences.list({}));
  const document = one(await call.documents.list({}));
  const indicator = one(await call.indicators.list({ period: '2021' }));
  const member = one(members);
  const termId = terms[0]?.id ?? '';
  const full = conference && (await call.conferences.get({ id: conference.id }));
  const entry = full && one(full.attendance);
  const item = full && one(full.agenda);
  const commands: (() => Promise<unknown> | undefined)[] = [
    () => addMember(call, termId, text),
    () => member && call.organisation.removeMember({ id: member.id }),
    () => call.organisation.orderMembers({ termId, ids: members.map(({ id }) => id).reverse() }),
    () => call.conferences.create(conferenceInput({ ordinal: 1 + (pick % 9), place: text })),
    () =>
      conference &&
      call.conferences.save({
        ...conferenceInput({ ordinal: conference.ordinal, content: text }),
        id: conference.id,
      }),
    () => conference && call.conferences.remove({ id: conference.id, reason: 'ghi trùng' }),
    () =>
      conference && entry
        ? call.conferences.setAttendance({
            id: conference.id,
            entry: { ...entry, state: 'excused', reason: text },
          })
        : undefined,
    () => conference && call.conferences.saveAgenda({ id: conference.id, items: agenda(text, pick % 4) }),
    () =>
      conference &&
      call.conferences.addPeople({ id: conference.id, people: [{ fullName: text, title: '' }] }),
    () => conference && entry && call.conferences.removePerson({ id: conference.id, itself: entry.id }),
    () =>
      conference &&
      item &&
      call.conferences.saveVote({ id: conference.id, vote: voteInput({ itemId: item.id, question: text }) }),
    () =>
      conference &&
      item &&
      call.conferences.saveElection({
        id: conference.id,
        election: electionInput({ itemId: item.id, title: text }),
      }),
    () => call.phrases.save({ abbreviation: `a${pick}`, text }),
    () => call.documents.create(documentInput({ subject: text, conferenceId: conference?.id ?? null })),
    () =>
      document &&
      call.documents.save({
        ...documentInput({ subject: text, body: bodyFromLines([text]) }),
        id: document.id,
      }),
    () => document && call.documents.remove({ id: document.id }),
    () => call.indicators.create(indicatorInput({ name: text, actual: pick % 2 ? null : '7' })),
    () =>
      indicator &&
      call.indicators.save({ ...indicatorInput({ name: text, plan: String(pick) }), id: indicator.id }),
  ];
  await Promise.resolve(commands[kind]?.()).catch((error: { code?: string }) => {
    if (error.code === 'INTERNAL') throw trial.logged.at(-1);
  });
  return ((await call.journal.recent({ limit: 1 }))[0]?.seq ?? 0) - before;
}

function agenda(text: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    ...blankItem(`${text} ${index}`),
    discussion: bodyFromLines([text]),
    conclusion: bodyFromLines(['']),
  }));
}
