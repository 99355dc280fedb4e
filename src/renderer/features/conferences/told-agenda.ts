import { linesOf, type Part, type Told, textLines } from '#renderer/lib/forms/differences.ts';
import { agendaItemRecord } from '#shared/features/conferences/records.ts';
import type { Say } from '#shared/i18n/translate.ts';
import type { Line } from '#shared/text-model/compare/lines.ts';
import type { AgendaDraft, AgendaValues } from './agenda-form.ts';

/** Two people write two items of one meeting: each is chosen by itself, and so is the order of those that both have. */
export const toldAgenda: Told<AgendaValues> = {
  parts: (say, saved, typed) => {
    const keys = new Set([...keysOf(typed), ...keysOf(saved)]);
    const items = [...keys].map((key, at) => itemPart(say, key, at, saved));
    return [orderPart(say, saved, typed), ...items];
  },
};

function keysOf({ items }: AgendaValues): string[] {
  return items.map(({ key }) => key);
}

function itemPart(say: Say, key: string, at: number, saved: AgendaValues): Part<AgendaValues> {
  return {
    id: key,
    label: say('conferences.agenda.itemTitle', { number: at + 1 }),
    of: ({ items }) => items.find((item) => item.key === key),
    put: (into, part) => ({ items: withItem(into.items, key, part as AgendaDraft | undefined, saved.items) }),
    lines: (part) => (part ? itemLines(say, part as AgendaDraft) : []),
  };
}

/** In the place of what stands there under its key; one that is new here comes behind what it stands behind there. */
function withItem(
  items: readonly AgendaDraft[],
  key: string,
  item: AgendaDraft | undefined,
  there: readonly AgendaDraft[],
): AgendaDraft[] {
  if (!item) return items.filter((one) => one.key !== key);
  if (items.some((one) => one.key === key)) return items.map((one) => (one.key === key ? item : one));
  const before = there.slice(
    0,
    there.findIndex((one) => one.key === key),
  );
  const behind = items.findLastIndex((one) => before.some((other) => other.key === one.key));
  return items.toSpliced(behind + 1, 0, item);
}

function itemLines(say: Say, item: AgendaDraft): Line[] {
  const { fields } = agendaItemRecord;
  const { title, ...rest } = item;
  const others = Object.entries(rest).flatMap(([name, value]) => {
    const field = Object.entries(fields).find(([known]) => known === name)?.[1];
    if (!field?.label || value === false) return [];
    const lines = linesOf(say, value, field);
    return lines.length > 0 ? [...textLines(`${say(field.label)}:`), ...lines] : [];
  });
  return [...textLines(title), ...others];
}

function orderPart(say: Say, saved: AgendaValues, typed: AgendaValues): Part<AgendaValues> {
  const there = keysOf(saved);
  const common = new Set(keysOf(typed).filter((key) => there.includes(key)));
  const titles = new Map([...saved.items, ...typed.items].map(({ key, title }) => [key, title]));
  const ofBoth = (value: AgendaValues) => keysOf(value).filter((key) => common.has(key));
  return {
    id: 'order',
    label: say('conferences.agenda.order'),
    of: ofBoth,
    put: (into, part) => ({ items: inOrder(into.items, part as readonly string[]) }),
    lines: (part) => (part as readonly string[]).flatMap((key) => textLines(titles.get(key) ?? '')),
  };
}

/** The items with these keys in this order, in the places that they have together. */
function inOrder(items: readonly AgendaDraft[], keys: readonly string[]): AgendaDraft[] {
  const ordered = keys.flatMap((key) => items.find((item) => item.key === key) ?? []);
  return items.map((item) => (keys.includes(item.key) ? (ordered.shift() ?? item) : item));
}
