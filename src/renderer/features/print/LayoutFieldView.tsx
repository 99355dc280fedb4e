import { Checkbox, Radio, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { dynamicText, type Translate, useT } from '#renderer/lib/i18n.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { isMessageId } from '#shared/i18n/translate.ts';
import { sameValue, valueAt } from '#shared/paper/profile-values.ts';
import { fieldIssues } from '#shared/validation.ts';
import classes from './layout.module.css';
import type { LayoutField } from './layout-fields.ts';
import { fieldName, valueText } from './layout-words.ts';
import { NumberField } from './NumberField.tsx';
import { useLayoutForm } from './profile-form.ts';

/** One value, with what the guideline says where that is another one. */
export function LayoutFieldView({ field }: { field: LayoutField }) {
  const { form } = useLayoutForm();
  return <Field key={form.key(field.path)} field={field} />;
}

function Field({ field }: { field: LayoutField }) {
  const t = useT();
  const { form, guideline, faults } = useLayoutForm();
  const { path, kind } = field;
  const { onChange, error: refused } = form.getInputProps(path);
  const [value, setValue] = useState<unknown>(() => valueAt(form.getValues(), path));
  const given = valueAt(guideline, path);
  const isChanged = given !== undefined || kind === 'mark' ? !sameValue(value, given) : false;
  const error =
    useFieldError(field, value) ?? faults.get(path) ?? (typeof refused === 'string' ? refused : undefined);

  function change(next: unknown): void {
    setValue(next);
    onChange(next);
  }

  function giveBack(): void {
    form.setFieldValue(path, given ?? (kind === 'mark' ? false : null));
    // The field was made anew with its value.
    requestAnimationFrame(() => form.getInputNode(path)?.focus());
  }

  return (
    <div className={classes.field} data-kind={kind} data-short={field.isShort || undefined}>
      <Control field={field} value={value} error={error} onChange={change} />
      {isChanged && (
        <UnstyledButton className={classes.given} onClick={giveBack} title={t('print.layout.giveBack')}>
          {t('print.layout.given', { value: valueText(t, field, given) })}
        </UnstyledButton>
      )}
    </div>
  );
}

/** What the schema says about the value, at once and not only when it is saved. */
function useFieldError({ schema, kind }: LayoutField, value: unknown): string | null {
  const t = useT();
  const checked = z.safeParse(schema, value);
  if (checked.success) return null;
  if (value === '' || (Array.isArray(value) && value.length === 0)) return t('validation.required');
  const [issue] = fieldIssues(checked.error.issues);
  if (!issue) return null;
  if ((kind === 'number' || kind === 'numbers') && issue.message === 'validation.invalid')
    return t(kind === 'number' ? 'print.layout.typeNumber' : 'print.layout.typeNumbers');
  return dynamicText(t, issue.message, 'validation.invalid', issue.params);
}

/** What follows from a choice, where that is not plain. */
function choiceHint(t: Translate, name: string, option: string): string | undefined {
  const id = `print.choiceHint.${name}.${option}`;
  return isMessageId(id) ? t(id) : undefined;
}

type ControlProps = {
  field: LayoutField;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
};

function Control({ field, value, error, onChange }: ControlProps) {
  const t = useT();
  const { path, name, kind, unit } = field;
  const label = fieldName(t, field);
  const place = { 'data-path': path };
  switch (kind) {
    case 'mark':
      return (
        <Checkbox
          {...place}
          size="xs"
          label={label}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <Radio.Group label={label} value={String(value)} onChange={onChange}>
          <Stack gap={6} mt={4}>
            {field.options.map((option, i) => (
              <Radio
                key={option}
                {...(i === 0 && place)}
                size="sm"
                value={option}
                label={dynamicText(t, `print.choice.${name}.${option}`, 'print.layout.otherField', {
                  name: option,
                })}
                description={choiceHint(t, name, option)}
              />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'date':
      return (
        <DateField
          {...place}
          label={label}
          defaultValue={typeof value === 'string' ? value : null}
          error={error}
          onChange={onChange}
          placeholder={path === 'validTo' ? t('print.layout.untilNext') : undefined}
        />
      );
    case 'text':
      return (
        <TextInput
          {...place}
          label={label}
          value={String(value ?? '')}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'number':
    case 'numbers':
      return (
        <NumberField
          {...place}
          label={label}
          unit={unit}
          isList={kind === 'numbers'}
          defaultValue={value}
          error={error}
          onChange={onChange}
        />
      );
  }
}
