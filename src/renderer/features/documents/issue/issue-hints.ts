import { isWithinPowers } from '#shared/features/documents/powers.ts';
import { isAddressed, needsRecipients } from '#shared/features/documents/rules.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import { showDate } from '#shared/text/dates.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import { type Block, bodyText } from '#shared/text-model/body.ts';

/** A message of `documents.hint.<id>` with what it fills in. */
export type IssueHint = {
  id:
    | 'beyondPowers'
    | 'draftRound'
    | 'earlierDate'
    | 'emptySection'
    | 'gap'
    | 'noAddressees'
    | 'noDate'
    | 'noRecipients'
    | 'noSigner'
    | 'notApproved'
    | 'notInOffice'
    | 'subjectUnfinished'
    | 'unfinished';
  params?: Record<string, string | number>;
};

type Numbered = {
  /** What the counter would give, and the number that is to be given. */
  next: number;
  number: number;
  lastDate: string | null;
};

/** What an office looks at before it gives a number; hints, they never block. */
export function issueHints(
  fields: DocumentFields,
  date: string,
  {
    numbered,
    notInOffice,
    isUnapproved,
  }: {
    numbered: Numbered | null;
    notInOffice: readonly string[];
    /** The office has people who approve, and none of them did. */
    isUnapproved: boolean;
  },
): IssueHint[] {
  const { draftRound } = fields;
  const hints: (IssueHint | false)[] = [
    ...(numbered ? numberHints(date, numbered) : []),
    !isWithinPowers(fields.issuer, fields.type, date) && { id: 'beyondPowers' },
    isUnapproved && { id: 'notApproved' },
    draftRound !== null && { id: 'draftRound', params: { round: draftRound } },
    isUnfinished(fields.subject) && { id: 'subjectUnfinished' },
    isAddressed(fields.type) && !fields.addressees.some(isWritten) && { id: 'noAddressees' },
    hasEmptySection(fields.body.content) && { id: 'emptySection' },
    bodyText(fields.body).split('\n').some(isLeftOpen) && { id: 'unfinished' },
    fields.signerName === '' && { id: 'noSigner' },
    notInOffice.includes(fields.signerName) && { id: 'notInOffice', params: { name: fields.signerName } },
    fields.recipients.length === 0 && needsRecipients(fields.type) && { id: 'noRecipients' },
    fields.date === null && { id: 'noDate' },
  ];
  return hints.filter((hint) => hint !== false);
}

function numberHints(date: string, { next, number, lastDate }: Numbered): IssueHint[] {
  const hints: IssueHint[] = [];
  if (lastDate && date < lastDate && number >= next)
    hints.push({ id: 'earlierDate', params: { last: showDate(lastDate) } });
  if (number > next) hints.push({ id: 'gap', params: { numbers: gap(next, number - 1) } });
  return hints;
}

/** "13", "13–15" */
function gap(from: number, to: number): string {
  return from === to ? twoDigits(from) : `${twoDigits(from)}–${twoDigits(to)}`;
}

function isUnfinished(text: string): boolean {
  return /(?:…|\.{3})\s*$/u.test(text);
}

function isWritten(line: string): boolean {
  return !isUnfinished(line);
}

/** "Điều 1. …", as the template leaves it; words that only trail off are somebody's own. */
function isLeftOpen(line: string): boolean {
  return /(?:^|[.:] )…$/u.test(line);
}

/** A heading with nothing below it but another one of its kind or the end. */
function hasEmptySection(blocks: readonly Block[]): boolean {
  const filled = blocks.filter(({ type, ...block }) => type !== 'paragraph' || 'content' in block);
  return filled.some((block, at) => {
    const below = filled[at + 1];
    if (block.type !== 'heading') return false;
    return !below || (below.type === 'heading' && below.attrs.level <= block.attrs.level);
  });
}
