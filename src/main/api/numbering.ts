import { minutesRows } from '#main/features/conferences/index.ts';
import { documentRows } from '#main/features/documents/index.ts';
import { createNumbering } from '#main/numbering/numbering.ts';
import { minutesIssuers } from '#shared/features/conferences/schema.ts';
import { minutesCounter } from '#shared/features/documents/numbers.ts';

/** Minutes of conferences count with the documents of their body. */
export const numbering = {
  ...createNumbering([
    documentRows,
    (db, termId, counter) => {
      const issuer = minutesIssuers.find((one) => minutesCounter(one) === counter);
      return issuer ? minutesRows(db, termId, issuer) : null;
    },
  ]),
  minutesCounter,
};
