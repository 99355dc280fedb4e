import { type UseFormReturnType, useForm } from '@mantine/form';
import { useCallback, useMemo, useRef } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { same } from '#renderer/lib/same.ts';
import { isMessageId } from '#shared/i18n/translate.ts';
import type { Fields } from './form-ports.ts';
import type { SavedForm } from './saved-form.ts';

type UsedFields<T extends object> = {
  form: UseFormReturnType<T>;
  fields: Fields<T>;
  defer: SavedForm<T>['defer'];
};

/** The same form for fields whose names are known only while the program runs. */
function byPath(form: UseFormReturnType<object>): Pick<UseFormReturnType<object>, 'setFieldValue'> {
  return form;
}

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
            byPath(form).setFieldValue<object, string>(path, value, { forceUpdate: false });
          }
        } finally {
          applying.current = false;
        }
        return form.getValues();
      },
      apply: (value) => {
        deferred.current.clear();
        applying.current = true;
        const { getValues, setValues, setInitialValues } = newest.current.form;
        const old = getValues();
        const changed: Extract<keyof T, string>[] = [];
        for (const field in value) if (!same(value[field], old[field])) changed.push(field);
        setInitialValues(value);
        if (changed.some((field) => typeof value[field] === 'object')) setValues(value);
        else
          for (const field of changed)
            byPath(newest.current.form).setFieldValue<object, string>(field, value[field]);
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
      focus: (path) => newest.current.form.getInputNode(path)?.focus(),
    }),
    [],
  );

  return { form, fields, defer };
}
