import type { Translate } from '#renderer/lib/i18n.tsx';
import { showClock, showDay } from '#renderer/lib/time.ts';
import type { BackupManifest } from '#shared/features/backup/contract.ts';
import { records } from '#shared/records.ts';
import { showQuantity } from '#shared/text/quantities.ts';

/** "14:32 ngày 24/12/2021" */
export function when(t: Translate, instant: string): string {
  return t('backup.when', { time: showClock(instant), day: showDay(instant) });
}

/** "3 hội nghị, 12 văn bản, 15 ủy viên, 5 chỉ tiêu": enough to recognise the right backup. */
export function countsText(t: Translate, counts: BackupManifest['counts']): string {
  return records
    .flatMap(({ table, counted }) =>
      counted && table in counts ? [t(counted, { count: showQuantity(String(counts[table] ?? 0)) })] : [],
    )
    .join(', ');
}
