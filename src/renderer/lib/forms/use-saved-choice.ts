import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import type { Names } from '#shared/record-words.ts';
import { chosenOf, differencesOf, partsOf } from './differences.ts';
import type { FormSession } from './form-ports.ts';
import { savedElsewhere } from './form-state.ts';
import type { SavedChoice, SavedFormOptions } from './saved-form.ts';

/** What somebody else saved beside what is typed, while the clerk has to choose. */
export function useSavedChoice<T extends object, P>(
  session: FormSession<T>,
  { told = {} }: SavedFormOptions<T, P>,
  form: UseFormReturnType<T>,
): SavedChoice | null {
  const t = useT();
  const { subscribe, state } = session;
  const by = useSyncExternalStore(subscribe, () => state().overtaken);
  const saved = useSyncExternalStore(subscribe, () => savedElsewhere(state()));
  // While it is chosen nothing is typed.
  const versions = useMemo(
    () => saved && { saved, typed: session.values(), begun: session.state().base.record },
    [saved, session],
  );
  const names = useNames(versions ? told.names : undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: compared once; the page makes the others anew at each render
  const parts = useMemo(() => {
    const labelOf = (field: string) => controlLabel(form.getInputNode(field)) ?? t('journal.field.other');
    return versions ? partsOf(t, told, versions, names, labelOf) : [];
  }, [versions, names, t]);
  const differences = useMemo(
    () => versions && differencesOf(parts, versions, session.stored),
    [parts, versions, session],
  );
  if (!by) return null;
  return {
    by,
    differences,
    choose: (fromSaved) => {
      if (!versions) return;
      const taken = parts.filter(({ id }) => fromSaved.includes(id));
      session.choose(chosenOf(versions.typed, versions.saved, taken));
    },
    putOff: session.putOffChoice,
  };
}

const noNames: Names = {};

/** None until they are known, and where they cannot be read. */
function useNames(read: (() => Promise<Names>) | undefined): Names {
  const [names, setNames] = useState(noNames);
  const isAsked = read !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when they are asked for
  useEffect(() => {
    if (isAsked) read().then(setNames, () => undefined);
  }, [isAsked]);
  return names;
}

/** What its own control is called on the page. */
function controlLabel(node: HTMLElement | null): string | null {
  const isField = node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement;
  const label = isField ? node.labels?.[0]?.textContent : null;
  return label || node?.getAttribute('aria-label') || null;
}
