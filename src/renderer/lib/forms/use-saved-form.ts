import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { basisOf } from '#renderer/lib/basis.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { viewedDay } from '#renderer/lib/past.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { toastDone } from '#renderer/lib/toasts.tsx';
import { useTracked } from '#renderer/lib/use-tracked.ts';
import { draftsOf } from './drafts.ts';
import { draftsStatus } from './drafts-status.ts';
import { createFormMemory } from './form-memory.ts';
import type { FormSession } from './form-ports.ts';
import { createFormSession } from './form-session.ts';
import { openDraft } from './open-drafts.ts';
import type { SavedForm, SavedFormOptions } from './saved-form.ts';
import { useFields } from './use-fields.ts';
import { useSavedChoice } from './use-saved-choice.ts';

const memory = createFormMemory();

/**
 * A form that never loses what is typed: each keystroke is in the draft table within a second. What happens when is decided
 * in `form-machine.ts` and `draft-queue.ts`; here a page is joined to them.
 */
export function useSavedForm<T extends object, P>(options: SavedFormOptions<T, P>): SavedForm<T> {
  const { initial, record, draftKey } = options;
  const t = useT();
  const newest = useRef(options);
  newest.current = options;
  const known = useRef<FormSession<T>>(null);
  const typed = useCallback(() => known.current?.typed(), []);
  const { form, fields, defer } = useFields(initial, typed);
  const [session] = useState(() =>
    createFormSession<T, P>({
      options: () => newest.current,
      fields,
      drafts: draftsOf(draftKey, options.earlierKeys),
      status: {
        get: () => draftsStatus.of(draftKey).state,
        // In the past nothing is kept, so nothing is said of keeping it.
        set: (state) => (state === 'clean' || viewedDay() === null) && draftsStatus.set(draftKey, state),
      },
      offerBack: (run) =>
        toastDone('ui.recovered.dropped', { action: { label: 'ui.recovered.takeBack', run } }),
      readAgain: () => queryClient.invalidateQueries(),
      memory,
    }),
  );
  known.current = session;

  useEffect(() => session.follow(initial, basisOf(record)), [session, initial, record]);

  useEffect(() => {
    const close = openDraft(session);
    session.enter();
    const flush = () => void session.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      close();
      window.removeEventListener('pagehide', flush);
      session.leave();
    };
  }, [session]);

  useShortcuts(
    options.isAside
      ? []
      : [{ keys: 'ctrl+s', label: 'app.shortcut.save', run: () => void session.save(), inDialog: true }],
  );

  const { subscribe, state } = session;
  const recovered = useSyncExternalStore(subscribe, () => state().offered);
  const savedSince = useSyncExternalStore(subscribe, () => state().savedSince);
  const choice = useSavedChoice(session, options, form);
  const issues = useSyncExternalStore(subscribe, () => state().issues);
  const status = useTracked(draftsStatus.subscribe, () => draftsStatus.of(draftKey).state);
  // Within a key nothing is compared, however long the text: whether it is the saved one again, its draft finds out.
  const dirty = useTracked(
    draftsStatus.subscribe,
    () => draftsStatus.of(draftKey).state === 'typing' || session.isDirty(),
  );

  return {
    form,
    draftKey,
    values: fields.read,
    get dirty() {
      return dirty();
    },
    get status() {
      return status();
    },
    save: session.save,
    recovered,
    savedSince:
      savedSince && 'isSelf' in savedSince ? { at: savedSince.at, name: t('ui.recovered.self') } : savedSince,
    useRecovered: session.takeRecovered,
    dropRecovered: session.dropRecovered,
    choice,
    issues,
    defer,
  };
}
