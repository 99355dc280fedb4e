import type { Moved } from '#renderer/features/clauses/index.ts';
import type { useT } from '#renderer/lib/i18n.tsx';
import { showQuantity } from '#shared/text/quantities.ts';
import { movedFigures } from '#shared/text-model/live-tables.ts';
import { tableReference } from './table-reference.ts';

/** "“13/13 đồng chí …” → “12/13 đồng chí …”", or how many figures of which table. */
export function movedLines(t: ReturnType<typeof useT>, { kind, before, now, node }: Moved): string {
  if (kind === 'liveText') return t('documents.live.pair', { before, now });
  const { indicatorIds, caption } = tableReference.parse(node.attrs);
  const figures = movedFigures(indicatorIds, before, now).map((one) =>
    t('documents.live.figurePair', { before: shown(one.before), now: shown(one.now) }),
  );
  return t('documents.live.table', { caption, figures: figures.slice(0, 3).join('; ') });
}

export function shown(quantity: string | null): string {
  return quantity === null ? '…' : showQuantity(quantity);
}
