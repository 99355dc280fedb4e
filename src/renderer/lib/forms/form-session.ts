import { basisOf, type Overtaken, type Saving } from '#renderer/lib/basis.ts';
import type { Basis } from '#shared/bridge.ts';
import { fieldIssues } from '#shared/validation.ts';
import { cutOff, type DraftText, merged, mostParts, readDraft, writeDraft } from './draft-text.ts';
import { createDraftWriter } from './draft-writer.ts';
import type { TypingState } from './drafts-status.ts';
import { stepForm } from './form-machine.ts';
import { remember, rememberBegun } from './form-memory.ts';
import type { DraftRow, FormSession, Ports } from './form-ports.ts';
import {
  type Checked,
  draftRow,
  type FormEffect,
  type FormEvent,
  firstFormState,
  isDirty,
  type Typed,
} from './form-state.ts';
import { readerOf, shapeOf } from './read-form.ts';
import { emptyFirst } from './saved-form.ts';

/** Does what `form-machine.ts` decides, and tells it what came of it. Knows no React, so that it can be run without a page. */
export function createFormSession<T extends object, P>(ports: Ports<T, P>): FormSession<T> {
  const { options, fields, drafts, status, memory } = ports;
  const { draftKey: key, initial, record } = options();
  const listeners = new Set<() => void>();
  let state = firstFormState(initial, basisOf(record));
  let sought: Promise<void> = Promise.resolve();
  let quiet: Promise<void> = Promise.resolve();
  let saving: { promise: Promise<boolean>; answer: (done: boolean) => void } | null = null;

  const stored = (value: T): unknown => {
    const parsed = options().schema.safeParse(value);
    return parsed.success ? parsed.data : value;
  };

  const tell = (typing: TypingState) => {
    if (state.onScreen) status.set(typing);
  };

  const writer = createDraftWriter({
    read: () => {
      const { draft, isTyped } = draftRow(state, typedNow());
      if (draft && isTyped)
        memory.typedHere.set(key, { at: draft.at, baseline: state.baseline, base: state.base });
      else memory.typedHere.delete(key);
      const { basis, record } = state.base;
      if (isTyped && basis && record) rememberBegun(memory.begun, begunKey(basis.id), record);
      return draft && written(draft);
    },
    put: drafts.put,
    discard: drafts.discard,
    onState: (typing) => {
      if (typing !== 'clean' || isTyping(status.get())) tell(typing);
    },
  });

  function happen(event: FormEvent<T, P>): void {
    const step = stepForm(state, event, stored);
    const isNew = step.state !== state;
    state = step.state;
    for (const effect of step.effects) run(effect);
    if (isNew) for (const listener of listeners) listener();
  }

  function run(effect: FormEffect<T, P>): void {
    switch (effect.do) {
      case 'seekDraft':
        sought = seekDraft();
        return;
      case 'discardDraft':
        void drafts.discard().catch(() => undefined);
        return;
      case 'touch':
        writer.touch();
        return;
      case 'hold':
        quiet = writer.hold();
        return;
      case 'resume':
        writer.resume();
        return;
      case 'release':
        void writer.release();
        return;
      case 'settle':
        void writer.flush().then(() => happen({ type: 'settled', value: fields.read() }));
        return;
      case 'apply':
        fields.apply(effect.value);
        return;
      case 'takeUp':
        fields.takeUp(effect.value);
        return;
      case 'showIssues':
        fields.showIssues(effect.issues);
        return;
      case 'refuse':
        fields.focus(effect.issues[0]?.path ?? '');
        options().onRefused?.(effect.issues);
        return;
      case 'send':
        void send(effect.parsed, effect.basis);
        return;
      case 'tell':
        tell(effect.state);
        return;
      case 'saveAgain':
        void ask();
        return;
      case 'readAgain':
        // What stands unchanged is not handed over again.
        void ports.readAgain().then(followNow);
        return;
      case 'answer':
        saving?.answer(effect.done);
        saving = null;
        return;
      case 'offerBack':
        ports.offerBack(() => takeBack(effect.part));
        return;
      case 'leave':
        remember(memory.leaves, key, left());
    }
  }

  async function seekDraft(): Promise<void> {
    try {
      await Promise.all([memory.saves.get(key), memory.leaves.get(key)]);
      const rows = await drafts.get();
      const typedHere = options().resumes ? memory.typedHere.get(key) : undefined;
      const savedSince = rows[0]?.savedSince ?? null;
      const found = { draft: partsIn(rows), savedSince, typedHere, value: fields.read() };
      happen({ type: 'draftFound', found: rows.length > 0 ? found : null });
    } catch {
      // Without the old draft the clerk can still type; the store's own error is told where it is used.
      happen({ type: 'draftFound', found: null });
    }
  }

  function read({ value, at }: Pick<DraftRow, 'value' | 'at'>): DraftText<T> {
    return readDraft(
      { value, at },
      readerOf(options(), () => state.baseline),
    );
  }

  function partsIn(rows: readonly DraftRow[]): DraftText<T> | null {
    return rows.map(read).reduce<DraftText<T> | null>(merged, null);
  }

  function written(draft: DraftText<T>): string {
    return writeDraft(draft, shapeOf(options()));
  }

  function check(value: T): Checked<P> {
    const result = options().schema.safeParse(value);
    if (result.success) return { parsed: result.data };
    return { issues: fieldIssues(result.error.issues).map((issue) => emptyFirst(issue, value)) };
  }

  function save(): Promise<boolean> {
    return saving?.promise ?? ask();
  }

  /** Whoever waits for an earlier save is answered with this one. */
  function ask(): Promise<boolean> {
    followNow();
    const value = fields.read();
    const checked = check(value);
    if (!saving) {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      saving = { promise, answer: resolve };
      remember(memory.saves, key, promise);
    }
    const { promise } = saving;
    happen({ type: 'saveAsked', value, checked });
    return promise;
  }

  async function send(parsed: P, basis: Basis | null): Promise<void> {
    await quiet;
    tell('saving');
    let done = false;
    const heard: { basis: Basis | null; overtaken: Overtaken | null } = { basis: null, overtaken: null };
    const based: Saving = {
      basedOn: basis?.id,
      savedAs: (as) => {
        heard.basis = as;
      },
      overtaken: (by) => {
        heard.overtaken = by;
      },
    };
    try {
      const answer = await options().save(parsed, based);
      done = answer !== null && answer !== false;
    } catch {
      // Told by who was asked to save.
    }
    happen({ type: 'saveEnded', done, at: now(), ...heard });
  }

  /** What the page has by now, also where others changed what this form does not show: nothing of it is drawn anew. */
  function followNow(): void {
    const { initial, record } = options();
    follow(initial, basisOf(record));
  }

  function follow(record: T, basis: Basis | null): void {
    happen({ type: 'recordRead', record, basis, value: fields.read() });
  }

  async function left(): Promise<void> {
    // Over what is not known yet nothing is written, also not in the last moment.
    if (!state.isKnown) await sought;
    await writer.leave();
    status.set('clean');
  }

  /** To the form that is on screen now; without one, to what its page left in the store. */
  function takeBack(part: DraftText<T>): void {
    const open = memory.open.get(key);
    if (open) open(written(part));
    else remember(memory.leaves, key, putBack(part));
  }

  async function putBack(part: DraftText<T>): Promise<void> {
    try {
      await Promise.all([memory.saves.get(key), memory.leaves.get(key)]);
      const all = cutOff(merged(partsIn(await drafts.get()), part), mostParts);
      if (all) await drafts.put(written(all));
    } catch {
      // As with each draft: the store's own error is told where it is used.
    }
  }

  function takenBack(row: string): void {
    happen({ type: 'droppedTakenBack', part: read({ value: row, at: now() }) });
  }

  function begunKey(basedOn: string): string {
    return `${key} ${basedOn}`;
  }

  function typedNow(): Typed<T> {
    const value = fields.read();
    return { value, at: now(), label: options().describe?.(value) ?? '' };
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter: () => {
      writer.enter();
      memory.open.set(key, takenBack);
      happen({ type: 'entered' });
    },
    leave: () => {
      // The editors go with the page: what they hold is fetched before.
      fields.read();
      if (memory.open.get(key) === takenBack) memory.open.delete(key);
      happen({ type: 'left' });
    },
    typed: () => happen({ type: 'typed' }),
    follow,
    save,
    takeRecovered: () => {
      const basedOn = state.offered?.basedOn ?? null;
      const begun =
        basedOn === null ? null : ((memory.begun.get(begunKey(basedOn)) as T | undefined) ?? null);
      happen({ type: 'recoveredTaken', typed: typedNow(), begun });
    },
    dropRecovered: () => happen({ type: 'recoveredDropped' }),
    choose: (chosen) => happen({ type: 'choiceMade', chosen, typed: typedNow() }),
    putOffChoice: () => happen({ type: 'choicePutOff' }),
    values: fields.read,
    stored,
    isDirty: () => isDirty(state, fields.read()),
    flush: async () => {
      await writer.flush();
      if (state.isKnown && !saving) return;
      await Promise.all([sought, saving?.promise]);
      await writer.flush();
    },
  };
}

function isTyping(state: TypingState): boolean {
  return state === 'typing' || state === 'drafted' || state === 'failed';
}

function now(): string {
  return new Date().toISOString();
}
