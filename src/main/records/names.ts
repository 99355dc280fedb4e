import type { Image } from '#main/db/journal/image.ts';
import { lastImagesOf } from '#main/db/journal/past-rows.ts';
import type { Reading } from '#main/db/open.ts';
import { recordOf } from '#shared/record-lookup.ts';
import type { Names } from '#shared/record-words.ts';

type Named = { table: string; id: string };

/** What these records were last: as they are, or as they were before they went; by id. No change ever named the others. */
export function lastImages({ raw }: Pick<Reading, 'raw'>, named: readonly Named[]): Map<string, Image> {
  return lastImagesOf(
    raw,
    named.map(({ table, id }) => ({ table, rowId: id })),
  );
}

/** What a record is called where another refers to it. */
export function calledBy(table: string, image: Image): string {
  const record = recordOf(table);
  return (record?.citedAs ?? record?.name)?.(image) ?? '';
}

/** What these records are called, also those that are gone by now; nothing of what never was. */
export function namesOf(store: Pick<Reading, 'raw'>, named: readonly Named[]): Names {
  const images = lastImages(store, named);
  return Object.fromEntries(
    named.flatMap(({ table, id }) => {
      const image = images.get(id);
      return image ? [[id, calledBy(table, image)] as const] : [];
    }),
  );
}
