import { vi } from 'vitest';
import { z } from 'zod';
import { basisOf, readAsOf, type Saving } from '#renderer/lib/basis.ts';
import { type DraftText, readDraft } from '#renderer/lib/forms/draft-text.ts';
import type { TypingState } from '#renderer/lib/forms/drafts-status.ts';
import { createFormMemory } from '#renderer/lib/forms/form-memory.ts';
import type { FormSession } from '#renderer/lib/forms/form-ports.ts';
import { createFormSession } from '#renderer/lib/forms/form-session.ts';
import { readerOf } from '#renderer/lib/forms/read-form.ts';
import type { Basis } from '#shared/bridge.ts';

export type Note = { text: string };
type Answer = 'done' | 'refused' | 'thrown';

/** Stored without the blanks at its ends; never empty. */
const note = z.strictObject({ text: z.string().trim().min(1) });

/** When rows were written that do not say it themselves. */
const rowAt = '2021-12-20T08:00:00.000Z';

/** Who saved a text: somebody else, or the clerk, in the page with that number. */
type Author = 'other' | number;
export type Save = { text: string; over: string; by: Author; saving: Saving };

type Asked = { what: string; answer: (isDone: boolean) => void };

/**
 * One record, its draft row and the page that shows it, each answer of the store given by hand, in the order in which it was
 * asked. Fields keep what was typed also when their page is left, as Mantine's do.
 */
export function createWorld(record = 'đã lưu') {
  const memory = createFormMemory();
  const drafts: Asked[] = [];
  const saves: ((answer: Answer) => void)[] = [];
  const reads: (() => void)[] = [];
  /** To the page that was opened last. */
  let deliver: Page['deliver'] = () => {};
  const world = {
    memory,
    drafts,
    saves,
    record: { text: record },
    /** The newest change set, and the one that changed the record last. */
    newest: set(1),
    changed: set(1),
    changedBy: 0 as Author,
    pages: 0,
    row: null as string | null,
    /** Left by another version under another key. */
    earlierRow: null as string | null,
    savedSince: null as { at: string; name: string | null } | null,
    /** Each text that the record ever held. */
    acknowledged: new Set([record]),
    status: 'clean' as TypingState,
    toasts: [] as (() => void)[],
    /** Each save that the store did, and each that it refused for its basis. */
    onSaved: (_: Save) => {},
    onRefused: (_page: number) => {},
  };

  function ask<V>(what: string, done: () => V): Promise<V> {
    return new Promise((resolve, reject) => {
      drafts.push({ what, answer: (isDone) => (isDone ? resolve(done()) : reject(new Error('disk full'))) });
    });
  }

  /** Somebody saves something else: as of later, the record reads the same. */
  function saveAnother(): void {
    world.newest = set(world.newest.seq + 1);
  }

  function keep(text: string, by: Author): void {
    saveAnother();
    world.record = { text };
    world.changed = world.newest;
    world.changedBy = by;
    world.acknowledged.add(text);
  }

  const saveElsewhere = (text: string) => keep(text, 'other');

  function read(): Note {
    const read = { ...world.record };
    readAsOf(read, world.newest);
    return read;
  }

  /** As the door does it: what changes nothing leaves nothing, what somebody else changed since is refused. */
  function store(text: string, saving: Saving, page: number): object | null {
    const { basedOn, savedAs, overtaken } = saving;
    const { seq, id } = world.changed;
    if (basedOn !== undefined && (seqOf(basedOn) ?? 0) < seq) {
      world.onRefused(page);
      overtaken?.({ name: 'Hạnh', time: '15:00', day: '24/12/2021', at: rowAt, actor: id, seq });
      return null;
    }
    world.onSaved({ text, over: world.record.text, by: world.changedBy, saving });
    if (text === world.record.text) return {};
    keep(text, page);
    savedAs?.(world.newest);
    return {};
  }

  function open(more: { resumes?: boolean } = {}): Page {
    world.pages += 1;
    const number = world.pages;
    let shown = read();
    let value: Note = { ...shown };
    let deferred: string | null = null;
    const page: Omit<Page, keyof FormSession<Note> | 'deliver'> = {
      type: (text) => {
        deferred = null;
        value = { text };
        session.typed();
      },
      edit: (text) => {
        deferred = text;
        session.typed();
      },
      text: () => deferred ?? value.text,
      issues: [],
      focused: null,
      refused: 0,
    };
    const session = createFormSession<Note, Note>({
      options: () => ({
        schema: note,
        record: shown,
        initial: shown,
        draftKey: 'notes:1',
        save: (parsed, saving) =>
          new Promise((resolve, reject) => {
            saves.push((answer) => {
              if (answer === 'thrown') reject(new Error('crashed'));
              else resolve(answer === 'done' ? store(parsed.text, saving, number) : null);
            });
          }),
        describe: ({ text }) => text.slice(0, 10),
        onRefused: () => {
          page.refused += 1;
        },
        ...more,
      }),
      fields: {
        read: () => {
          if (deferred !== null) value = { text: deferred };
          deferred = null;
          return value;
        },
        apply: (next) => {
          deferred = null;
          value = next;
        },
        takeUp: (next) => {
          deferred = null;
          value = next;
          session.typed();
        },
        showIssues: (issues) => {
          page.issues = issues.map(({ path, message }) => `${path}: ${message}`);
        },
        focus: (path) => {
          page.focused = path;
        },
      },
      drafts: {
        get: () =>
          ask('get', () =>
            [world.row, world.earlierRow]
              .filter((value) => value !== null)
              .map((value) => ({ value, at: rowAt, savedSince: world.savedSince })),
          ),
        put: (row) =>
          ask(row, () => {
            world.row = row;
            world.earlierRow = null;
          }),
        discard: () =>
          ask('discard', () => {
            world.row = null;
            world.earlierRow = null;
          }),
      },
      status: {
        get: () => world.status,
        set: (state) => {
          world.status = state;
        },
      },
      offerBack: (takeBack) => world.toasts.push(takeBack),
      readAgain: () => new Promise<void>((resolve) => reads.push(resolve)),
      memory,
    });
    session.enter();
    deliver = (what: Note = read()) => {
      shown = what;
      session.follow(shown, basisOf(shown));
      for (const told of reads.splice(0)) told();
    };
    return Object.assign(page, session, { deliver });
  }

  return Object.assign(world, {
    open,
    read,
    saveAnother,
    saveElsewhere,
    /** Answers what was asked first. */
    answerDraft: async (isDone = true) => {
      drafts.shift()?.answer(isDone);
      await pass(0);
    },
    answerSave: async (answer: Answer = 'done') => {
      saves.shift()?.(answer);
      await pass(0);
    },
    /** The store answers everything, until nobody asks. */
    settle: async () => {
      for (let isQuiet = false; !isQuiet; ) {
        await pass(5_000);
        isQuiet = drafts.length === 0 && saves.length === 0 && reads.length === 0;
        if (reads.length > 0) deliver();
        drafts.shift()?.answer(true);
        saves.shift()?.('done');
        await pass(0);
      }
    },
    /** The texts that the draft row holds, newest first. */
    drafted: () => textsOf(world.row),
  });
}

export type World = ReturnType<typeof createWorld>;

function set(seq: number): Basis {
  return { id: `set-${seq}`, seq };
}

function seqOf(id: string): number | undefined {
  return /^set-\d+$/u.test(id) ? Number(id.slice(4)) : undefined;
}

export type Page = FormSession<Note> & {
  /** The page has read the record, or what was read of it earlier. */
  deliver: (read?: Note) => void;
  /** A field hands over each keystroke, an editor only says that there was one. */
  type: (text: string) => void;
  edit: (text: string) => void;
  text: () => string;
  issues: string[];
  focused: string | null;
  refused: number;
};

/** Time goes on, and with it all that waits for it. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

export const readNote = readerOf({ schema: note }, (): Note => ({ text: '' }));

export function textsOf(row: string | null): string[] {
  return partsOf(row === null ? null : readDraft({ value: row, at: rowAt }, readNote));
}

/** The text of each part, and its words without a field. */
export function partsOf(draft: DraftText<Note> | null): string[] {
  const texts: string[] = [];
  for (let part = draft; part; part = part.older) {
    if (part.form) texts.push(part.form.text);
    if (part.words) texts.push(part.words);
  }
  return texts;
}
