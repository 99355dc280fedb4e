import { useForm } from '@mantine/form';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { client } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { viewedDay } from '#renderer/lib/past.ts';
import { same } from '#renderer/lib/same.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { toastDone } from '#renderer/lib/toasts.tsx';
import { useTracked } from '#renderer/lib/use-tracked.ts';
import type { FieldIssue } from '#shared/errors.ts';
import { isMessageId } from '#shared/i18n/translate.ts';
import { fieldIssues } from '#shared/validation.ts';
import { cutOff, type DraftText, newestUseful, readDraft, writeDraft } from './draft-text.ts';
import { createDraftWriter, type DraftWriter } from './draft-writer.ts';
import { discardDraft, putDraft } from './drafts.ts';
import { draftsStatus, type TypingState } from './drafts-status.ts';
import { openDraft } from './open-drafts.ts';
import { emptyFirst, type SavedForm, type SavedFormOptions } from './saved-form.ts';

/** Parts typed earlier that wait to be taken back or dropped: more than these nobody tells apart. */
const mostOlder = 3;

/** Saves under way: the next form of the same key waits, or it would offer what is being saved as left unfinished. */
const saves = new Map<string, Promise<boolean>>();

/** Drafts on their way to the store as their page is left: who comes back at once waits for them. */
const leaves = new Map<string, Promise<unknown>>();

/** What was typed on which record since the program was started: coming back to it, it goes on by itself. */
const typedHere = new Map<string, { at: string; baseline: unknown }>();

/** A form that never loses what is typed: each keystroke is in the draft table within a second, see `draft-writer.ts`. */
export function useSavedForm<T extends object, P>(options: SavedFormOptions<T, P>): SavedForm<T> {
  const { initial, draftKey } = options;
  const t = useT();
  const newest = useRef(options);
  newest.current = options;
  const baseline = useRef(initial);
  const followed = useRef(initial);
  const applying = useRef(false);
  const kept = useRef<DraftText<T> | null>(null);
  const [recovered, setRecovered] = useState<DraftText<T> | null>(null);
  const [savedSince, setSavedSince] = useState<SavedForm<T>['savedSince']>(null);
  const offered = useRef<DraftText<T> | null>(null);
  const [issues, setIssues] = useState<FieldIssue[]>([]);

  const offer = useCallback((part: DraftText<T> | null) => {
    offered.current = part;
    setRecovered(part);
  }, []);

  const onScreen = useRef(false);
  const tell = useCallback(
    (state: TypingState) => {
      // In the past nothing is kept, so nothing is said of keeping it.
      if (onScreen.current && viewedDay() === null) draftsStatus.set(draftKey, state);
    },
    [draftKey],
  );

  const writerRef = useRef<DraftWriter | null>(null);
  const touched = useCallback(() => {
    if (!applying.current) writerRef.current?.touch();
  }, []);

  const form = useForm<T>({ mode: 'uncontrolled', initialValues: initial, onValuesChange: touched });
  const formRef = useRef(form);
  formRef.current = form;

  const deferred = useRef(new Map<string, () => unknown>());
  const defer = useCallback(
    (path: string, read: () => unknown) => {
      deferred.current.set(path, read);
      touched();
    },
    [touched],
  );
  const current = useCallback((): T => {
    const waiting = [...deferred.current];
    deferred.current.clear();
    applying.current = true;
    for (const [path, read] of waiting) {
      formRef.current.setFieldValue(path as never, read() as never, { forceUpdate: false });
    }
    applying.current = false;
    return formRef.current.getValues();
  }, []);
  /** As the schema would store it: blanks at the ends and the like make no difference. */
  const stored = useCallback((value: T): unknown => {
    const parsed = newest.current.schema.safeParse(value);
    return parsed.success ? parsed.data : value;
  }, []);
  const isDirty = useCallback(() => !same(current(), baseline.current), [current]);
  const differs = useCallback((value: T) => !same(stored(value), stored(baseline.current)), [stored]);

  const typed = useCallback(
    (older: DraftText<T> | null): DraftText<T> => {
      const value = current();
      const label = newest.current.describe?.(value) ?? '';
      return { form: value, at: new Date().toISOString(), label, older: cutOff(older, mostOlder) };
    },
    [current],
  );

  const writer = useMemo(
    () =>
      createDraftWriter({
        read: () => {
          typedHere.delete(draftKey);
          if (!isDirty()) return offered.current ? writeDraft(offered.current) : null;
          const part = typed(offered.current ?? kept.current);
          typedHere.set(draftKey, { at: part.at, baseline: baseline.current });
          return writeDraft<T>(part);
        },
        put: (value) => putDraft(draftKey, value),
        discard: () => discardDraft(draftKey),
        onState: (state) => {
          if (state !== 'clean' || isTyping(draftsStatus.of(draftKey).state)) tell(state);
        },
      }),
    [draftKey, typed, isDirty, tell],
  );
  writerRef.current = writer;

  /** Puts values into the fields without counting it as typing; only fields that differ lose their focus. */
  const apply = useCallback((value: T) => {
    deferred.current.clear();
    applying.current = true;
    const { getValues, setValues, setFieldValue, setInitialValues } = formRef.current;
    const fields = (Object.keys(value) as (keyof T)[]).filter(
      (field) => !same(value[field], getValues()[field]),
    );
    setInitialValues(value);
    if (fields.some((field) => typeof value[field] === 'object')) setValues(value);
    else for (const field of fields) setFieldValue(field as never, value[field] as never);
    applying.current = false;
  }, []);

  const takeUp = useCallback(
    (value: T) => {
      deferred.current.clear();
      formRef.current.setValues(value);
      touched();
    },
    [touched],
  );

  // The saved record changed beneath the form: it follows, unless something is being typed.
  useEffect(() => {
    // Made anew from the same record, it says nothing: what was just saved may not have come back yet.
    if (same(initial, followed.current)) return;
    followed.current = initial;
    if (same(initial, baseline.current)) return;
    const value = current();
    const wasDirty = !same(value, baseline.current);
    const agrees = same(stored(value), stored(initial));
    baseline.current = agrees ? value : initial;
    if (!wasDirty && !agrees) apply(initial);
  }, [initial, current, stored, apply]);

  // Nothing is written before the draft of last time is known, so that it cannot be overwritten unseen.
  useEffect(() => {
    let gone = false;
    onScreen.current = true;
    const close = openDraft(writer);
    writer.enter();
    void writer.hold();
    Promise.all([saves.get(draftKey), leaves.get(draftKey)])
      .then(() => client.drafts.get({ key: draftKey }))
      .then((row) => {
        if (gone || !row) return;
        const useful = newestUseful(readDraft<T>(row.value), differs);
        const here = newest.current.resumes ? typedHere.get(draftKey) : undefined;
        const goesOn =
          useful && here?.at === useful.at && same(here.baseline, baseline.current) && !isDirty();
        setSavedSince(row.savedSince);
        offer(goesOn ? newestUseful(useful.older, differs) : useful);
        if (goesOn) takeUp(useful.form);
        if (!useful) void discardDraft(draftKey).catch(() => undefined);
      })
      // Without the old draft the clerk can still type; the store's own error is told where it is used.
      .catch(() => undefined)
      .finally(() => writer.resume());
    const leave = () => void writer.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      gone = true;
      onScreen.current = false;
      close();
      window.removeEventListener('pagehide', leave);
      const left = writer.leave().finally(() => {
        draftsStatus.set(draftKey, 'clean');
        if (leaves.get(draftKey) === left) leaves.delete(draftKey);
      });
      leaves.set(draftKey, left);
    };
  }, [writer, draftKey, differs, isDirty, takeUp, offer]);

  const check = useCallback((): { value: T; parsed: P } | null => {
    const value = current();
    const result = newest.current.schema.safeParse(value);
    const found = result.success
      ? []
      : fieldIssues(result.error.issues).map((issue) => emptyFirst(issue, value));
    setIssues(found);
    formRef.current.setErrors(
      Object.fromEntries(
        found.map(({ path, message, params }) => [
          path,
          isMessageId(message) ? t(message, params) : t('validation.invalid'),
        ]),
      ),
    );
    if (result.success) return { value, parsed: result.data };
    formRef.current.getInputNode(found[0]?.path as never)?.focus();
    newest.current.onRefused?.(found);
    return null;
  }, [current, t]);

  const saving = useRef<Promise<boolean> | null>(null);
  const save = useCallback((): Promise<boolean> => {
    const run = async () => {
      const checked = check();
      if (!checked) return false;
      await writer.hold();
      tell('saving');
      let done = false;
      try {
        const answer = await newest.current.save(checked.parsed);
        done = answer !== null && answer !== false;
      } catch {
        done = false;
      }
      if (done) {
        baseline.current = checked.value;
        kept.current = null;
        if (offered.current) setSavedSince({ at: new Date().toISOString(), name: t('ui.recovered.self') });
      }
      await writer.release();
      if (!done) tell('failed');
      else if (!isDirty()) tell('saved');
      return done;
    };
    if (saving.current) return saving.current;
    const running = run().finally(() => {
      saving.current = null;
      if (saves.get(draftKey) === running) saves.delete(draftKey);
    });
    saving.current = running;
    saves.set(draftKey, running);
    return running;
  }, [check, writer, isDirty, tell, draftKey, t]);

  useShortcuts(
    options.isAside
      ? []
      : [{ keys: 'ctrl+s', label: 'app.shortcut.save', run: () => void save(), inDialog: true }],
  );

  const useRecovered = useCallback(() => {
    const part = offered.current;
    if (!part) return;
    const replaced = isDirty() ? structuredClone(typed(part.older)) : null;
    kept.current = replaced ? null : part.older;
    offer(replaced);
    takeUp(part.form);
  }, [offer, isDirty, typed, takeUp]);

  const dropRecovered = useCallback(() => {
    const part = offered.current;
    if (!part) return;
    offer(newestUseful(part.older, differs));
    void writer.release();
    const takeBack = () => {
      if (!onScreen.current) return void putDraft(draftKey, writeDraft(part)).catch(() => undefined);
      offer(part);
      void writer.release();
    };
    toastDone('ui.recovered.dropped', { action: { label: 'ui.recovered.takeBack', run: takeBack } });
  }, [offer, differs, writer, draftKey]);

  const status = useTracked(draftsStatus.subscribe, () => draftsStatus.of(draftKey).state);
  // Within a key nothing is compared, however long the text: whether it is the saved one again, its draft finds out.
  const dirty = useTracked(
    draftsStatus.subscribe,
    () => draftsStatus.of(draftKey).state === 'typing' || isDirty(),
  );

  return {
    form,
    draftKey,
    values: current,
    get dirty() {
      return dirty();
    },
    get status() {
      return status();
    },
    save,
    recovered,
    savedSince,
    useRecovered,
    dropRecovered,
    issues,
    defer,
  };
}

function isTyping(state: TypingState): boolean {
  return state === 'typing' || state === 'drafted' || state === 'failed';
}
