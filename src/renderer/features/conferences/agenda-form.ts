import { useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import type { DraftForm } from '#renderer/lib/forms/read-form.ts';
import type { SavedForm } from '#renderer/lib/forms/saved-form.ts';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { isFields } from '#renderer/lib/plain.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { FieldIssue } from '#shared/errors.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
import { agendaItem, type Conference } from '#shared/features/conferences/schema.ts';
import { toldAgenda } from './told-agenda.ts';

/** `key` is the item's id in the store, or for a new item a name of its own that it keeps after it was saved. */
const agendaForm = z.strictObject({
  items: z.array(agendaItem.omit({ id: true }).extend({ key: z.string() })).max(200),
});
export type AgendaValues = z.input<typeof agendaForm>;
export type AgendaDraft = AgendaValues['items'][number];

/** Drafts of before whole meetings were held had four fields of an item; the others are as in the record, or blank. */
export const agendaDrafts: DraftForm<AgendaValues, AgendaValues> = {
  schema: agendaForm,
  upgrades: [
    (form, record) => {
      if (!Array.isArray(form.items)) return form;
      const whole = (item: unknown) =>
        isFields(item)
          ? { ...blankItem(''), ...record.items.find(({ key }) => key === item.key), ...item }
          : item;
      return { ...form, items: form.items.map(whole) };
    },
  ],
};

export type Agenda = {
  saved: SavedForm<AgendaValues>;
  /** As typed. Reading it fetches what the editors have not handed over yet. */
  items: () => AgendaDraft[];
  /** The id under which an item is stored, by its key; undefined for one that was never saved. */
  idOf: (key: string) => string | undefined;
  /** Adds, removes or moves items. */
  change: (items: AgendaDraft[]) => void;
};

/** The whole agenda of a conference as one form: titles in the first step, what was said in the third. */
export function useAgenda(
  conference: Conference,
  title: string,
  onRefused: (issues: readonly FieldIssue[]) => void,
): Agenda {
  const { id, agenda } = conference;
  // Ids are made by the store. An item keeps the key it was typed under, so that saving never draws an editor anew.
  const [keys, setKeys] = useState<Readonly<Record<string, string>>>({});
  const initial = useMemo(
    (): AgendaValues => ({
      items: agenda.map(({ id: itemId, ...item }) => ({ ...item, key: keys[itemId] ?? itemId })),
    }),
    [agenda, keys],
  );
  const save = useCommand('conferences.saveAgenda');
  const stored = useRef({ agenda, keys });
  stored.current = { agenda, keys };

  const idOf = (key: string) =>
    stored.current.agenda.find((item) => (stored.current.keys[item.id] ?? item.id) === key)?.id;

  const saved = useSavedForm<AgendaValues, AgendaValues>({
    resumes: true,
    onRefused,
    ...agendaDrafts,
    record: conference,
    initial,
    draftKey: `conferences:${id}:agenda`,
    describe: () => title,
    told: toldAgenda,
    save: async ({ items }, saving) => {
      const stored = items.map(({ key, ...item }) => ({ ...item, ...(idOf(key) && { id: idOf(key) }) }));
      const output = await save.run({ id, items: stored }, saving);
      if (output) {
        const named = output.ids.map((itemId, index) => [itemId, items[index]?.key ?? itemId]);
        setKeys(Object.fromEntries(named));
      }
      return output;
    },
  });

  const [, drawAgain] = useState(0);
  const items = (): AgendaDraft[] => {
    // Who shows the items is rendered again when they begin to differ from what is saved, and when they no longer do.
    void saved.dirty;
    return saved.values().items;
  };
  return {
    saved,
    items,
    idOf,
    change: (next) => {
      // The editors' paths count by place: what is typed must be in before the places change.
      void items();
      saved.form.setFieldValue('items', next, { forceUpdate: false });
      drawAgain((count) => count + 1);
    },
  };
}

export function newItem(title: string): AgendaDraft {
  return { key: crypto.randomUUID(), ...blankItem(title) };
}

/** The item one place up or down; the same list when it stands at the end already. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const result = [...items];
  if (to < 0 || to >= items.length) return result;
  result.splice(to, 0, ...result.splice(from, 1));
  return result;
}
