import { z } from 'zod';
import { setupFields, termFields } from '#shared/features/organisation/schema.ts';

/*
 * A term and the first start as their fields hold them: they begin empty, and what stands there is refused by the schema of the
 * store until it can be stored.
 */

const typedOrdinal = z.union([z.number(), z.string(), z.null()]);
const typedDate = z.string().nullable();

export const termForm = z
  .strictObject({ ordinal: typedOrdinal, startsOn: typedDate, endsOn: typedDate })
  .pipe(termFields);

export const setupForm = z
  .strictObject({
    commune: z.string(),
    superior: z.string(),
    placeName: z.string(),
    termOrdinal: typedOrdinal,
    termStartsOn: typedDate,
  })
  .pipe(setupFields);
