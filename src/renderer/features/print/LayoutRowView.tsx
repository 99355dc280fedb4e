import { Checkbox } from '@mantine/core';
import { useCallback, useId, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { valueAt } from '#shared/paper/profile-values.ts';
import { LayoutFieldView } from './LayoutFieldView.tsx';
import classes from './layout.module.css';
import type { LayoutRow } from './layout-fields.ts';
import { rowName } from './layout-words.ts';
import { useLayoutForm } from './profile-form.ts';

/** The values of one thing on paper: its name left, its fields right. */
export function LayoutRowView({ row }: { row: LayoutRow }) {
  const t = useT();
  const labelId = useId();
  const { optional } = row;
  return (
    <fieldset className={classes.row} aria-labelledby={labelId}>
      <div className={classes.rowName} id={labelId}>
        {row.path && rowName(t, row.path)}
      </div>
      {optional === null ? <Fields row={row} /> : <OptionalFields row={row} path={optional} />}
    </fieldset>
  );
}

/** What is typed, and below it what is ticked. */
function Fields({ row }: { row: LayoutRow }) {
  const inputs = row.fields.filter(({ kind }) => kind !== 'mark');
  const marks = row.fields.filter(({ kind }) => kind === 'mark');
  return (
    <div className={classes.lines}>
      {[inputs, marks]
        .filter((line) => line.length > 0)
        .map((line) => (
          <div key={line[0]?.path} className={classes.fields}>
            {line.map((field) => (
              <LayoutFieldView key={field.path} field={field} />
            ))}
          </div>
        ))}
    </div>
  );
}

/** What one guideline prints and another does not: ticked, it comes with the values of one that has it. */
function OptionalFields({ row, path }: { row: LayoutRow; path: string }) {
  const t = useT();
  const { form, guideline, others } = useLayoutForm();
  const [isPrinted, setPrinted] = useState(() => valueAt(form.getValues(), path) !== null);
  form.watch(
    path,
    useCallback(({ value }: { value: unknown }) => setPrinted(value !== null), []),
  );
  const pattern = [guideline, ...others]
    .map((profile) => valueAt(profile, path))
    .find((part) => part !== null);
  if (!pattern) return null;
  return (
    <div className={classes.optional}>
      <Checkbox
        size="xs"
        label={t('print.layout.printed')}
        checked={isPrinted}
        onChange={(event) => form.setFieldValue(path, event.currentTarget.checked ? pattern : null)}
      />
      {isPrinted && <Fields row={row} />}
    </div>
  );
}
