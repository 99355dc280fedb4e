import { showQuantity } from '#shared/text/quantities.ts';

/** "850 KB", "12,4 MB" */
export function showBytes(bytes: number): string {
  const mega = bytes / 1_048_576;
  return mega < 1
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${showQuantity(String(Math.round(mega * 10) / 10))} MB`;
}
