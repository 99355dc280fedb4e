import { type UseFormReturnType, useForm } from '@mantine/form';
import { useCallback, useMemo, useRef } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { same } from '#renderer/lib/same.ts';
import { isMessageId } from '#shared/i18n/translate.ts';
import type { Fields } from './form-session.ts';
import type { SavedForm } from './saved-form.ts';

type UsedFields<T extends object> = {
  form: UseFormReturnType<T>;
  fields: Fields<T>;
  defer: SavedForm<T>['defer'];
};

/** The fields of a saved form, held by Mantine. @param onTyped of one identity */
export function useFields<T extends object>(initial: T, onTyped: () => void): UsedFields<T> {
  const t = useT();
  const applying = useRef(false);
  const deferred = useRef(new Map<string, () => unknown>());
  const touched = useCallback(() => {
    if (!applying.current) onTyped();
  }, [onTyped]);

  const form = useForm<T>({ mode: 'uncontrolled', initialValues: initial, onValuesChange: touched });
  const newest = useRef({ form, t });
  newest.current = { form, t };

  const defer = useCallback(
    (path: string, read: () => unknown) => {
      deferred.current.set(path, read);
      touched();
    },
    [touched],
  );

  const fields = useMemo(
    (): Fields<T> => ({
      read: () => {
        const { form } = newest.current;
        applying.current = true;
        try {
          for (const [path, read] of deferred.current) {
            const value = read();
            deferred.current.delete(path);
            form.setFieldValue(path as never, value as never, { forceUpdate: false });
          }
        } finally {
          applying.current = false;
        }
        return form.getValues();
      },
      apply: (value) => {
        deferred.current.clear();
        applying.current = true;
        const { getValues, setValues, setFieldValue, setInitialValues } = newest.current.form;
        const changed = (Object.keys(value) as (keyof T)[]).filter(
          (field) => !same(value[field], getValues()[field]),
        );
        setInitialValues(value);
        if (changed.some((field) => typeof value[field] === 'object')) setValues(value);
        else for (const field of changed) setFieldValue(field as never, value[field] as never);
        applying.current = false;
      },
      takeUp: (value) => {
        deferred.current.clear();
        newest.current.form.setValues(value);
      },
      showIssues: (issues) => {
        const { form, t } = newest.current;
        const shown = issues.map(({ path, message, params }) => [
          path,
          isMessageId(message) ? t(message, params) : t('validation.invalid'),
        ]);
        form.setErrors(Object.fromEntries(shown));
      },
      focus: (path) => newest.current.form.getInputNode(path as never)?.focus(),
    }),
    [],
  );

  return { form, fields, defer };
}
