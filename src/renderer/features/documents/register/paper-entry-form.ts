import type { TypedCount } from '#renderer/ui/fields/typed-values.ts';
import type { Input } from '#shared/contract.ts';
import type { FieldIssue } from '#shared/errors.ts';
import { paperEntry } from '#shared/features/documents/schema.ts';
import type { DocumentType } from '#shared/features/documents/types.ts';
import type { Issuer } from '#shared/features/organisation/issuers.ts';
import { fieldIssues } from '#shared/validation.ts';

/** As the fields hold it. */
export type TypedEntry = {
  issuer: Issuer;
  type: DocumentType;
  number: TypedCount;
  date: string | null;
  subject: string;
  signerName: string;
  /** One line, as in the paper register. */
  recipients: string;
  copies: TypedCount;
};

export type EntryStart = Pick<TypedEntry, 'issuer' | 'type' | 'number'>;

export const blankEntry: TypedEntry = {
  issuer: 'committee',
  type: 'NQ',
  number: null,
  date: null,
  subject: '',
  signerName: '',
  recipients: '',
  copies: null,
};

type Read =
  | { entry: Input<'documents.enterFromPaper'>; issues: null }
  | { entry: null; issues: readonly FieldIssue[] };

/** What the fields say, as it is entered; or which of them cannot be. */
export function readEntry({ recipients, ...typed }: TypedEntry): Read {
  const parsed = paperEntry.safeParse({
    ...typed,
    recipients: recipients
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean),
  });
  if (parsed.success) return { entry: parsed.data, issues: null };
  const issues = fieldIssues(parsed.error.issues).map(({ path, ...issue }) => ({
    ...issue,
    path: path.split('.')[0] ?? '',
  }));
  return { entry: null, issues };
}
