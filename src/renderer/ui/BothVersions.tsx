// biome-ignore-all lint/suspicious/noArrayIndexKey: the lines of a comparison have no other name, and are drawn once
import { Button, SegmentedControl } from '@mantine/core';
import type { Difference } from '#renderer/lib/forms/differences.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import type { LineChange, WordChange } from '#shared/text-model/compare/schema.ts';
import { focusAtOnce } from './focus-at-once.ts';
import classes from './overtaken.module.css';
import { TokenText } from './TokenText.tsx';

type Side = 'saved' | 'typed';
const sides = ['saved', 'typed'] as const;

/** By difference; one without was not chosen yet. */
export type Picks = Readonly<Partial<Record<string, Side>>>;

type Props = {
  differences: readonly Difference[];
  picks: Picks;
  onPick: (id: string, side: Side) => void;
  onPickAll: (side: Side) => void;
};

/** What differs, a block of lines for each field: left as it is saved, right as it is typed. */
export function BothVersions({ differences, picks, onPick, onPickAll }: Props) {
  const t = useT();
  return (
    <section
      ref={focusAtOnce}
      data-autofocus
      className={classes.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      tabIndex={0}
      aria-label={t('ui.overtaken.table')}
    >
      <table className={classes.both}>
        <thead>
          <tr>
            {sides.map((side) => (
              <th key={side} scope="col">
                <div className={classes.side}>
                  {t(`ui.overtaken.${side}`)}
                  {differences.length > 1 && (
                    <Button size="compact-xs" variant="subtle" onClick={() => onPickAll(side)}>
                      {t('ui.overtaken.chooseColumn')}
                    </Button>
                  )}
                </div>
              </th>
            ))}
          </tr>
        </thead>
        {differences.map(({ id, label, lines, isOnlyLook }) => (
          <tbody key={id} data-pick={picks[id]}>
            <tr>
              <th colSpan={2} scope="rowgroup">
                <div className={classes.field}>
                  {label}
                  <SegmentedControl
                    size="xs"
                    aria-label={t('ui.overtaken.choiceOf', { field: label })}
                    value={picks[id] ?? ''}
                    onChange={(side) => onPick(id, side === 'saved' ? 'saved' : 'typed')}
                    data={sides.map((side) => ({ value: side, label: t(`ui.overtaken.${side}`) }))}
                  />
                </div>
              </th>
            </tr>
            {isOnlyLook && (
              <tr>
                <td colSpan={2} className={classes.aside}>
                  {t('ui.overtaken.onlyLook')}
                </td>
              </tr>
            )}
            {shortened(rowsOf(lines)).map((row, at) =>
              'skipped' in row ? (
                <tr key={at}>
                  <td colSpan={2} className={classes.aside}>
                    {t('ui.overtaken.skipped', { count: row.skipped })}
                  </td>
                </tr>
              ) : (
                <tr key={at}>
                  {sides.map((side) => (
                    <td key={side} data-side={side}>
                      <Cells side={side} cells={row[side]} />
                      {isEmpty(lines, side) && at === 0 && (
                        <span className={classes.nothing}>{t('ui.overtaken.nothing')}</span>
                      )}
                    </td>
                  ))}
                </tr>
              ),
            )}
          </tbody>
        ))}
      </table>
    </section>
  );
}

type Row = { saved: LineChange['cells']; typed: LineChange['cells']; isSame: boolean };

/** What went and what came in its place stand side by side, as far as there is the one and the other. */
function rowsOf(lines: readonly LineChange[]): Row[] {
  const rows: Row[] = [];
  /** Where the next line that came goes. */
  let place = 0;
  for (const { kind, cells } of lines) {
    const beside = kind === 'added' ? rows[place] : undefined;
    if (beside) beside.typed = cells;
    else
      rows.push({
        saved: kind === 'added' ? [] : cells,
        typed: kind === 'removed' ? [] : cells,
        isSame: kind === 'same',
      });
    if (kind !== 'removed') place = beside ? place + 1 : rows.length;
  }
  return rows;
}

/** Around what differs a line is enough to know where it stands. */
const around = 1;

function shortened(rows: readonly Row[]): (Row | { skipped: number })[] {
  const isNear = (at: number) =>
    rows.slice(Math.max(0, at - around), at + around + 1).some(({ isSame }) => !isSame);
  const result: (Row | { skipped: number })[] = [];
  rows.forEach((row, at) => {
    const last = result.at(-1);
    if (isNear(at)) result.push(row);
    else if (last && 'skipped' in last) last.skipped += 1;
    else result.push({ skipped: 1 });
  });
  return result;
}

const other = { saved: 'added', typed: 'removed' } as const;

function isEmpty(lines: readonly LineChange[], side: Side): boolean {
  return lines.every(({ kind }) => kind === other[side]);
}

function Cells({ side, cells }: { side: Side; cells: LineChange['cells'] }) {
  return cells.map((words, column) => (
    <span key={column} className={cells.length > 1 ? classes.cell : undefined}>
      {words
        .filter((change) => change.kind !== other[side])
        .map((change, at) => (
          <Words key={at} change={change} />
        ))}
    </span>
  ));
}

function Words({ change: { kind, content } }: { change: WordChange }) {
  const text = <TokenText content={content} />;
  if (kind === 'added') return <ins>{text}</ins>;
  if (kind === 'removed') return <del>{text}</del>;
  return kind === 'styled' ? <span className={classes.styled}>{text}</span> : text;
}
