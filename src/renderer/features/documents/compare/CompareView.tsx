import { Text } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { indexOfElement } from '#renderer/lib/element-index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import type { Comparison } from '#shared/features/documents/compare/schema.ts';
import { ChangedBlock } from './CompareBlocks.tsx';
import { ChangedField } from './CompareFields.tsx';
import classes from './compare.module.css';
import { changeOf } from './compare-start.ts';

type Props = {
  comparison: Comparison;
  /** A block of the old text to begin at. */
  block: number | null;
};

/** The text with what came underlined and what went struck through, in place; ↑ and ↓ go from change to change. */
export function CompareView({ comparison: { fields, names, blocks }, block }: Props) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const wanted = block === null ? -1 : changeOf(blocks, block);
  useEffect(() => {
    const place = list.current?.querySelector<HTMLElement>('[data-wanted] [data-change]') ?? list.current;
    place?.focus({ preventScroll: true });
    if (place !== list.current) place?.scrollIntoView({ block: 'center' });
  }, []);

  function move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    const at = indexOfElement(all, document.activeElement);
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'center' });
  }

  const isSame = fields.length === 0 && blocks.every(({ kind }) => kind === 'same');
  return (
    <div
      ref={list}
      className={classes.text}
      role="document"
      aria-label={t('documents.compare.text')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the arrow keys move within
      tabIndex={0}
      onKeyDown={move}
    >
      <p className={classes.legend}>
        <ins>{t('documents.compare.added')}</ins> <del>{t('documents.compare.removed')}</del>{' '}
        <span className={classes.move}>{t('documents.compare.moved')}</span>{' '}
        <span>{t('documents.compare.keys')}</span>
      </p>
      {isSame && (
        <Text size="sm" c="dimmed">
          {t('documents.compare.same')}
        </Text>
      )}
      {fields.map((change) => (
        <ChangedField key={change.field} change={change} names={names} />
      ))}
      {blocks.map((change, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a comparison have no other name and never move
        <div key={i} data-wanted={i === wanted || undefined}>
          <ChangedBlock change={change} />
        </div>
      ))}
    </div>
  );
}
