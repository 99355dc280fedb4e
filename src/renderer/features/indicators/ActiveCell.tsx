import { useLayoutEffect, useRef } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { directions, planSources } from '#shared/features/indicators/schema.ts';
import { type ColumnId, isEditable } from './columns.ts';
import classes from './indicators.module.css';
import type { Grid } from './use-grid.ts';

type Props = { column: ColumnId; text: string; label: string; grid: Grid };

/**
 * The one cell that has the keyboard. It is a text field from the start with all its text selected: the first letter
 * replaces it by itself, so that UniKey meets an ordinary field.
 */
export function ActiveText({ column, text, label, grid }: Props) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const { edit, refusal } = grid.state;
  const isFixed = !grid.mayWrite || !isEditable(column);
  const mode = edit?.how ?? 'moving';

  useLayoutEffect(() => {
    const field = input.current;
    if (!field) return;
    if (document.activeElement !== field) field.focus({ preventScroll: false });
    if (mode === 'moving') field.select();
    if (mode === 'opened') field.setSelectionRange(field.value.length, field.value.length);
  }, [mode]);

  return (
    <>
      <input
        ref={input}
        className={classes.field}
        data-moving={edit ? undefined : true}
        data-number={column === 'plan' || column === 'actual' || undefined}
        aria-label={label}
        aria-invalid={refusal !== null}
        aria-describedby={refusal ? 'indicators-refusal' : undefined}
        value={edit?.text ?? text}
        readOnly={isFixed}
        autoComplete="off"
        spellCheck={false}
        maxLength={column === 'name' ? 300 : 60}
        onChange={(event) => grid.onType(event.currentTarget.value)}
        onMouseDown={() => {
          if (!edit && !isFixed) grid.open();
        }}
      />
      {refusal && (
        <span className={classes.refusal} id="indicators-refusal" role="alert">
          {t(refusal.message, refusal.params)}
        </span>
      )}
    </>
  );
}

/** A choice: a letter picks at once, Enter or Alt+↓ shows all. */
export function ActiveChoice({ column, text, label, grid }: Props) {
  const t = useT();
  const select = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => select.current?.focus(), []);
  const options =
    column === 'direction'
      ? directions.map((value) => ({ value, label: t(`indicators.direction.${value}`) }))
      : planSources.map((value) => ({ value, label: t(`indicators.planSource.${value}`) }));
  return (
    <select
      ref={select}
      className={classes.field}
      aria-label={label}
      value={text}
      data-choice
      onChange={(event) => grid.onChoose(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
