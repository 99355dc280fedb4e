import { minutesRows, voidedMinutesRows } from '#main/features/conferences/index.ts';
import { documentRows } from '#main/features/documents/index.ts';
import { createNumbering, type NumberedRows } from '#main/numbering/numbering.ts';
import { minutesIssuers } from '#shared/features/conferences/schema.ts';
import { minutesCounter } from '#shared/features/documents/numbers.ts';

/** Minutes of conferences count with the documents of their body. */
export const numbering = {
  ...createNumbering([
    documentRows,
    ...[minutesRows, voidedMinutesRows].map(
      (rowsOf): NumberedRows =>
        (db, termId, counter) => {
          const issuer = minutesIssuers.find((one) => minutesCounter(one) === counter);
          return issuer ? rowsOf(db, termId, issuer) : null;
        },
    ),
  ]),
  minutesCounter,
};
