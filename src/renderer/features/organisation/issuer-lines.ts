import { z } from 'zod';
import type { ToldField } from '#renderer/lib/forms/differences.ts';
import type { DraftForm } from '#renderer/lib/forms/read-form.ts';
import { type Issuer, type IssuerLines, issuers } from '#shared/features/organisation/issuers.ts';
import { type BodyName, bodyNameFields } from '#shared/features/organisation/schema.ts';

/** The lines of an issuer as the form holds them: empty follows from the names above, a dash alone prints none. */
export type TypedLines = Record<keyof IssuerLines, string>;
export type TypedIssuers = Record<Issuer, TypedLines>;

const lineFields = ['parentLine', 'issuingLine', 'symbol', 'authority', 'signerTitle'] as const;

/** The lines of the committee itself are the names above; only how it is signed for can be another. */
export function linesOf(issuer: Issuer): readonly (keyof IssuerLines)[] {
  return issuer === 'committee' ? ['authority', 'signerTitle'] : lineFields;
}

/** What never can be left out. */
const required: readonly (keyof IssuerLines)[] = ['issuingLine', 'symbol'];

const none = '-';
const ownLines = bodyNameFields.shape.issuers.unwrap().valueType;
const typedLines = z.strictObject({
  parentLine: z.string(),
  issuingLine: z.string(),
  symbol: z.string(),
  authority: z.string(),
  signerTitle: z.string(),
});

const allTyped = z.record(z.enum(issuers), typedLines);

export function typedIssuers(own: BodyName['issuers']): TypedIssuers {
  const typed = (issuer: Issuer) =>
    lineFields.map((field) => {
      const line = own[issuer]?.[field];
      return [field, line === '' ? none : (line ?? '')];
    });
  return allTyped.parse(
    Object.fromEntries(issuers.map((issuer) => [issuer, Object.fromEntries(typed(issuer))])),
  );
}

/** Only what was typed is stored, so that everything else goes on following the names. */
function ownLinesOf(typed: TypedLines): Partial<IssuerLines> {
  const written = lineFields.filter((field) => typed[field].trim() !== '');
  return Object.fromEntries(
    written.map((field) => [field, isNone(field, typed[field]) ? '' : typed[field].trim()]),
  );
}

function isNone(field: keyof IssuerLines, text: string): boolean {
  return text.trim() === none && !required.includes(field);
}

/** The fields of a name, with the lines of its issuers as they are typed. */
export const nameForm = bodyNameFields
  .safeExtend({ issuers: z.partialRecord(z.enum(issuers), typedLines.transform(ownLinesOf).pipe(ownLines)) })
  .transform(({ issuers: lines, ...name }) => ({ ...name, issuers: written(lines) }));

export type NameFields = z.input<typeof nameForm>;

const storedLines = z.partialRecord(z.enum(issuers), z.partialRecord(z.enum(lineFields), z.string()));

/** Drafts held the lines as they are stored before they were typed: only the office's own, an empty one for none. */
export const nameDrafts: DraftForm<NameFields, z.output<typeof nameForm>> = {
  schema: nameForm,
  upgrades: [
    (form) => {
      const stored = storedLines.safeParse(form.issuers).data;
      const isTyped = allTyped.safeParse(form.issuers).success;
      return stored && !isTyped ? { ...form, issuers: typedIssuers(stored) } : form;
    },
  ],
};

/** Each issuer with the lines that were typed for it. */
export const toldIssuers: ToldField = {
  label: 'organisation.issuers.title',
  tell: (say, typed) =>
    issuers
      .flatMap((issuer) => {
        const { [issuer]: own } = typed as NameFields['issuers'];
        const lines = lineFields.flatMap((field) => own?.[field] || []);
        return lines.length > 0 ? `${say(`organisation.issuer.${issuer}`)}: ${lines.join(', ')}` : [];
      })
      .join('\n'),
};

function written(lines: Partial<Record<Issuer, Partial<IssuerLines>>>): BodyName['issuers'] {
  return Object.fromEntries(Object.entries(lines).filter(([, own]) => Object.keys(own).length > 0));
}
