import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useMemo } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import { followKeys } from '#renderer/lib/shortcuts.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import type { Basis, Bridge, Result } from '#shared/bridge.ts';
import { type Phrase, phraseFields } from '#shared/features/phrases/contract.ts';
import { phraseRecord } from '#shared/features/phrases/records.ts';
import { show } from './support/show.tsx';

/*
 * A page on a store of one phrase, through the program's own query client, command and form: what is read, what a save is based
 * on, and what the clerk is shown when somebody else was first.
 */

const set = (seq: number): Basis => ({ id: `set-${seq}`, seq });

function createStore() {
  const store = {
    phrase: { id: 'p', abbreviation: 'du', text: 'Đảng ủy' } as Phrase,
    newest: 1,
    changed: 1,
    asked: [] as { basedOn?: string; text: string }[],
    draft: null as string | null,
    saveElsewhere: (change: Partial<Phrase>) => {
      store.newest += 1;
      store.changed = store.newest;
      store.phrase = { ...store.phrase, ...change };
    },
  };
  const answer = (method: string, input: Phrase & { basedOn?: string }): Result<unknown> => {
    if (method === 'phrases.list') return { ok: true, value: [{ ...store.phrase }], asOf: set(store.newest) };
    if (method === 'phrases.save') {
      const { basedOn, ...phrase } = input;
      store.asked.push({ text: phrase.text, ...(basedOn !== undefined && { basedOn }) });
      if (basedOn !== undefined && Number(basedOn.slice(4)) < store.changed) {
        const params = {
          name: 'Nguyễn Văn An',
          time: '14:05',
          day: '24/12/2021',
          at: '2021-12-24T07:05:00.000Z',
        };
        const detail = { reason: 'changedElsewhere', params: { ...params, actor: 'an', seq: store.changed } };
        return { ok: false, error: { code: 'CONFLICT', detail } };
      }
      store.saveElsewhere(phrase);
      return {
        ok: true,
        value: { id: 'p' },
        change: { ...set(store.newest), command: method, undoable: true },
      };
    }
    if (method === 'app.status') return { ok: true, value: { viewedDay: null } };
    if (method === 'users.presence') return { ok: true, value: { signedIn: null, people: [], refused: [] } };
    if (method === 'drafts.list') return { ok: true, value: [] };
    if (method === 'drafts.get') {
      const row = store.draft && { key: 'settings:p', value: store.draft, at: '', savedSince: null };
      return { ok: true, value: row };
    }
    return { ok: true, value: {} };
  };
  globalThis.bridge = {
    invoke: async (method, input) => answer(method, input as never),
    subscribe: () => () => undefined,
  } as Bridge;
  return store;
}

let renders = 0;

function Page() {
  const { data } = useQuery(methodQuery('phrases.list', {}));
  return data?.[0] ? <Form phrase={data[0]} /> : null;
}

function Form({ phrase }: { phrase: Phrase }) {
  renders += 1;
  const command = useCommand('phrases.save');
  const initial = useMemo(() => ({ abbreviation: phrase.abbreviation, text: phrase.text }), [phrase]);
  const saved = useSavedForm({
    schema: phraseFields,
    record: phrase,
    initial,
    draftKey: 'settings:p',
    save: (value, saving) => command.run({ ...value, id: phrase.id }, saving),
    told: { fields: { abbreviation: phraseRecord.fields.abbreviation } },
  });
  const { form } = saved;
  return (
    <>
      <FormNotes saved={saved} />
      <TextInput label="Viết tắt" key={form.key('abbreviation')} {...form.getInputProps('abbreviation')} />
      <TextInput label="Thành chữ" key={form.key('text')} {...form.getInputProps('text')} />
      <button type="button" onClick={() => void saved.save()}>
        Lưu
      </button>
    </>
  );
}

let store: ReturnType<typeof createStore>;
let stop = () => {};
beforeEach(() => {
  store = createStore();
  stop = followKeys();
  renders = 0;
});
afterEach(() => {
  cleanup();
  stop();
  queryClient.clear();
  vi.restoreAllMocks();
});

const text = () => screen.getByLabelText<HTMLInputElement>('Thành chữ');
const readAgain = () => act(() => queryClient.invalidateQueries());

async function opened(typed: string) {
  const hands = show(<Page />);
  await waitFor(() => text());
  await hands.clear(text());
  await hands.type(text(), typed);
  return hands;
}

async function refused(hands: Awaited<ReturnType<typeof opened>>) {
  await hands.click(screen.getByRole('button', { name: 'Lưu' }));
  const dialog = await screen.findByRole('dialog', { name: 'Mục này đã có người lưu bản mới hơn' });
  await within(dialog).findByRole('table');
  return within(dialog);
}

test('a save is based on what was read, and its own save is no conflict', async () => {
  const hands = await opened('Đảng ủy xã');
  await hands.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(store.asked).toEqual([{ basedOn: 'set-1', text: 'Đảng ủy xã' }]));
  // Typed on before the answer of the store was read again.
  await hands.type(text(), ' Sơn Liên');
  await hands.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(store.asked[1]).toEqual({ basedOn: 'set-2', text: 'Đảng ủy xã Sơn Liên' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('when other records change, nothing is drawn again, and the save is based on what is read by then', async () => {
  const hands = await opened('Đảng ủy xã');
  const before = renders;
  store.newest = 9;
  await readAgain();
  expect(renders).toBe(before);
  await hands.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(store.asked).toEqual([{ basedOn: 'set-9', text: 'Đảng ủy xã' }]));
});

test('both texts stand side by side, what was changed only elsewhere is taken from there', async () => {
  const hands = await opened('Đảng ủy xã');
  store.saveElsewhere({ abbreviation: 'duxa' });
  await readAgain();
  const dialog = await refused(hands);
  expect(dialog.getByText(/Nguyễn Văn An đã lưu lúc 14:05 ngày 24\/12\/2021/u)).toBeTruthy();
  expect(dialog.getAllByRole('rowgroup').map(({ textContent }) => textContent)).toEqual([
    'Bản đã lưuChọn hết bản nàyBản đang gõChọn hết bản này',
    'Chữ tắtBản đã lưuBản đang gõduxadu',
    // Of the control, where the record says nothing.
    'Thành chữBản đã lưuBản đang gõĐảng ủyĐảng ủy xã',
  ]);
  // It can be scrolled at once, and nothing is chosen by a key too many.
  expect(document.activeElement).toBe(dialog.getByRole('region'));
  const checked = () =>
    dialog.getAllByRole('radio', { checked: true }).map((radio) => radio.getAttribute('value'));
  expect(checked()).toEqual(['saved', 'typed']);
  await hands.click(dialog.getByRole('button', { name: 'Lưu theo lựa chọn' }));
  await waitFor(() => expect(store.phrase).toMatchObject({ abbreviation: 'duxa', text: 'Đảng ủy xã' }));
  expect(store.asked.map(({ basedOn }) => basedOn)).toEqual(['set-1', 'set-2']);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('all that is typed is saved over, or all that is saved is taken and what was typed is offered', async () => {
  const hands = await opened('Đảng ủy xã');
  store.saveElsewhere({ text: 'Đảng bộ', abbreviation: 'db' });
  await readAgain();
  const dialog = await refused(hands);
  const [takeSaved, keepTyped] = dialog.getAllByRole('button', { name: 'Chọn hết bản này' });
  await hands.click(keepTyped as HTMLElement);
  expect(dialog.getByText('Bản đã lưu vẫn còn trong lịch sử của mục này.')).toBeTruthy();
  expect(dialog.getByRole('button', { name: 'Lưu bản đang gõ' })).toBeTruthy();
  await hands.click(takeSaved as HTMLElement);
  await hands.click(dialog.getByRole('button', { name: 'Lấy bản đã lưu' }));
  await waitFor(() => expect(text().value).toBe('Đảng bộ'));
  expect(store.asked).toHaveLength(1);
  await hands.click(await screen.findByRole('button', { name: 'Dùng lại' }));
  expect(text().value).toBe('Đảng ủy xã');
  const again = await refused(hands);
  await hands.click(again.getAllByRole('button', { name: 'Chọn hết bản này' })[1] as HTMLElement);
  await hands.click(again.getByRole('button', { name: 'Lưu bản đang gõ' }));
  await waitFor(() => expect(store.phrase).toMatchObject({ abbreviation: 'du', text: 'Đảng ủy xã' }));
});

test('of what lay since another run nothing is chosen beforehand', async () => {
  const form = { abbreviation: 'du', text: 'gõ tối qua' };
  const part = { form, words: '', at: '2021-12-23T15:00:00.000Z', label: '', basedOn: 'set-0', older: null };
  store.draft = JSON.stringify({ version: 3, shape: 0, ...part });
  store.saveElsewhere({ abbreviation: 'duxa' });
  const hands = show(<Page />);
  await hands.click(await screen.findByRole('button', { name: 'Dùng lại' }));
  const dialog = await refused(hands);
  const save = () => dialog.getByRole<HTMLButtonElement>('button', { name: /^L/u });
  expect([dialog.queryAllByRole('radio', { checked: true }).length, save().disabled]).toEqual([0, true]);
  expect(dialog.getByText('Chọn lấy bản nào cho từng mục.')).toBeTruthy();
  const [first] = dialog.getAllByRole('radiogroup');
  await hands.click(within(first as HTMLElement).getByRole('radio', { name: 'Bản đã lưu' }));
  expect(save().disabled).toBe(true);
  const [, second] = dialog.getAllByRole('radiogroup');
  await hands.click(within(second as HTMLElement).getByRole('radio', { name: 'Bản đang gõ' }));
  await hands.click(save());
  await waitFor(() => expect(store.phrase).toMatchObject({ abbreviation: 'duxa', text: 'gõ tối qua' }));
});

test('Esc goes on typing, and a save by habit does not choose', async () => {
  const hands = await opened('Đảng ủy xã');
  store.saveElsewhere({ text: 'Đảng bộ' });
  await readAgain();
  await refused(hands);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 's', code: 'KeyS', ctrlKey: true });
  expect(screen.getByRole('dialog')).toBeTruthy();
  await hands.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect([text().value, store.phrase.text, store.asked.length]).toEqual(['Đảng ủy xã', 'Đảng bộ', 1]);
});

test('what somebody else saved is waited for where the page has not read it yet', async () => {
  const hands = await opened('Đảng ủy xã');
  store.saveElsewhere({ text: 'Đảng bộ' });
  // Read again because of the refusal.
  const dialog = await refused(hands);
  expect(dialog.getByRole('table').textContent).toContain('Đảng bộ');
});

test('what changed and is not in the form is no matter: it is saved all the same', async () => {
  const hands = await opened('Đảng ủy xã');
  store.newest = 4;
  store.changed = 4;
  await hands.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(store.phrase.text).toBe('Đảng ủy xã'));
  expect(store.asked.map(({ basedOn }) => basedOn)).toEqual(['set-1', 'set-4']);
  expect(screen.queryByRole('dialog')).toBeNull();
});
