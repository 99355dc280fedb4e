import { z } from 'zod';
import { id, isoDate } from './fields.ts';

/** An act that cannot be taken back, before which every feature is asked what speaks against it. */
export const finalAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['submit', 'approve', 'void']), documentId: id }),
  z.strictObject({ act: z.literal('issue'), documentId: id, date: isoDate }),
  z.strictObject({ act: z.enum(['close', 'reopen']), conferenceId: id }),
]);
export type FinalAct = z.infer<typeof finalAct>;

/** The words of each are `app.objection.<id>`. */
const objectionIds = [
  // The day of a document.
  'beforeConference',
  'dayAhead',
  'dayLongAgo',
  'outsideTerm',
  // Its text.
  'checkDoubts',
  'checkFaults',
  'noText',
  // What others said of it.
  'opinionsOpen',
  'sheetsAgainst',
  'sheetsOut',
  // Its effect on others.
  'changedBy',
  'changesOthers',
  // A conference.
  'issuedBefore',
  'issuedFromIt',
  'meetingAhead',
  'meetingOutsideTerm',
] as const;

/** What lies beside a document, and is opened by its page. */
const besidePlace = z.enum(['checks', 'opinions', 'sheets']);
export type BesidePlace = z.infer<typeof besidePlace>;

/** Where it is put right: beside the document, or in the record with that id; null: in the dialog itself. */
const place = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: besidePlace }),
    z.strictObject({ kind: z.enum(['conference', 'document']), id }),
    z.strictObject({ kind: z.literal('settings') }),
  ])
  .nullable();

/** What a feature has to say against a final act: words, never a lock. What must not be is refused by a rule. */
export const objection = z.strictObject({
  id: z.enum(objectionIds),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  place,
});
export type Objection = z.infer<typeof objection>;
export type ObjectionPlace = NonNullable<Objection['place']>;
