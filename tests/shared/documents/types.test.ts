import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import { citedCodes } from '#shared/features/documents/checks/citations.ts';
import { counterOf, documentCode } from '#shared/features/documents/numbers.ts';
import { defaultBody } from '#shared/features/documents/outlines.ts';
import { isWithinPowers, usualTypes } from '#shared/features/documents/powers.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import {
  defaultOpeningLine,
  defaultSubject,
  isAddressed,
  needsRecipients,
} from '#shared/features/documents/rules.ts';
import { type DocumentFields, documentFields } from '#shared/features/documents/schema.ts';
import { ruledBodies, type TypeRow } from '#shared/features/documents/types/row.ts';
import {
  type DocumentType,
  documentTypes,
  isLetter,
  typeName,
  typeOf,
} from '#shared/features/documents/types.ts';
import {
  defaultAddressees,
  defaultBases,
  defaultRecipients,
  restsOnConference,
} from '#shared/features/documents/usual-lines.ts';
import { type Issuer, issuers, regimeOf } from '#shared/features/organisation/issuers.ts';
import { namesFromSetup } from '#shared/features/organisation/rules.ts';
import { usualReaders } from '#shared/features/organisation/usual-readers.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import { withRest } from '#shared/record.ts';
import { bodyFromLines, bodyText } from '#shared/text-model/body.ts';
import { checkFields } from '../../support/checks.ts';
import { appRoot } from '../../support/test-app.ts';

const name = {
  ...namesFromSetup({
    commune: 'xã Sơn Liên',
    superior: 'tỉnh Quảng Ngãi',
    placeName: 'Sơn Liên',
    termOrdinal: 1,
    termStartsOn: '2020-07-01',
  }),
  id: '0190a000-0000-7000-8000-000000000001',
};
const days = ['2021-12-24', '2026-09-05'] as const;

describe.each(documentTypes)('%s', (type) => {
  const { powers, usual, bases, withoutBases, needsRecipients, alsoSigns } = typeOf(type);

  test('has a name of its own, and a symbol by which a citation is known', () => {
    expect(documentTypes.filter((other) => typeName(other) === typeName(type))).toEqual([type]);
    const coded = { type, regime: 'party', bodySymbol: 'ĐU' } as const;
    const code = documentCode(7, coded, { joiner: '-', symbolJoiner: '/' });
    const body = bodyFromLines([`Căn cứ ${typeName(type)} số ${code}`]);
    expect(citedCodes({ ...drafted('committee', type), body })).toEqual([code]);
  });

  test('is within the powers of a ruled body, or says why not', () => {
    const able = ruledBodies.filter((issuer) => isWithinPowers(issuer, type, null));
    if (typeof powers === 'object' && 'nobody' in powers)
      expect([able, powers.nobody]).toEqual([[], expect.stringMatching(/\.$/u)]);
    else expect(able).not.toEqual([]);
  });

  test('is usual only where it is within powers', () => {
    for (const issuer of issuers.filter((one) => usual[one] !== undefined)) {
      expect(isWithinPowers(issuer, type, null)).toBe(true);
      expect(usualTypes(issuer)).toContain(type);
    }
  });

  test('fits together', () => {
    if (withoutBases) expect(bases).not.toBe('none');
    if (Object.keys(alsoSigns).length > 0) expect(needsRecipients).toBe(false);
  });

  test('is drafted, numbered and printed for every body', () => {
    for (const issuer of issuers)
      for (const date of days) {
        const { typeName: title, subject, head, addressees } = printed(issuer, type, date);
        expect(title).toBe(isLetter(type) ? null : typeName(type).toUpperCase());
        expect(subject).not.toBe(null);
        expect(head.symbol).not.toBe('');
        expect(addressees !== null).toBe(isAddressed(type));
      }
  });
});

test('a row without powers is refused by the compiler, and so is one that names nobody', () => {
  const named = { name: 'Bản cam kết', symbol: 'BCK' };
  const rows: TypeRow[] = [
    { ...named, powers: ['committee'] },
    // @ts-expect-error who may issue it?
    named,
    // @ts-expect-error why nobody?
    { ...named, powers: [] },
    // @ts-expect-error of a council the rule says nothing
    { ...named, powers: ['council'] },
  ];
  expect(rows).toHaveLength(4);
});

/** A list of types, or a question for one, is a rule that a new row would not know of. */
test('nothing outside the table tells types apart', () => {
  const key = `'(?:${documentTypes.join('|')})'`;
  const told = new RegExp(`[!=]== ${key}|case ${key}:|${key},\\s*${key}|Record<DocumentType`, 'u');
  const source = join(appRoot, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/u.test(file),
  );
  expect(files.filter((file) => told.test(readFileSync(join(source, file), 'utf8')))).toEqual([]);
});

/** What the rules say of each type, and what its paper shows: a change of a row is read as the lines that it moves. */
test('each type is what it was', async () => {
  const text = documentTypes.map((type) => `${typeName(type)}\n${factsOf(type).join('\n')}\n`).join('\n');
  await expect(text).toMatchFileSnapshot('types.txt');
});

/** A line each; what says nothing of the type is left out. */
function factsOf(type: DocumentType): string[] {
  const place = (issuer: Issuer) => usualTypes(issuer).indexOf(type) + 1;
  const byBody: Record<string, (issuer: Issuer, date: string) => string> = {
    addressees: (issuer, date) => {
      const { addressees } = printed(issuer, type, date);
      return addressees ? `${addressees.label}: ${addressees.names.join(' ')}` : '';
    },
    subject: (issuer, date) => defaultSubject(issuer, type, date),
    bases: (issuer, date) => defaultBases(issuer, type, date).join('; '),
    opening: (issuer) => defaultOpeningLine(issuer, type, name),
    text: (issuer) => bodyText(defaultBody(issuer, type)).replaceAll('\n', ' | '),
    recipients: (issuer) => recipients(issuer, type),
    'signed too by': (issuer, date) => printed(issuer, type, date).recorder?.authority ?? '',
  };
  return [
    ['number', (['committee', 'council'] as const).map((issuer) => numbered(issuer, type)).join('; ')],
    ['beyond', issuers.filter((issuer) => !isWithinPowers(issuer, type, days[1])).join(', ')],
    ['usual', issuers.flatMap((one) => (place(one) > 0 ? `${one} ${place(one)}` : [])).join(', ')],
    ['is', flags(type).join(', ')],
    ...Object.entries(byBody).flatMap(([what, of]) => grouped(of).map((said) => [what, said])),
  ].flatMap(([what, said]) => (said ? [`  ${what}: ${said}`] : []));
}

/** "NQ-HĐND, counted as HĐND/NQ/2026" */
function numbered(issuer: Issuer, type: DocumentType): string {
  const counter = { issuer, type, regime: regimeOf(issuer), date: days[1] };
  return `${printed(issuer, type).head.symbol}, counted as ${counterOf(counter, { by: 'symbol', per: 'year' })}`;
}

function flags(type: DocumentType): string[] {
  const bare = checkFields(drafted('committee', type), null).find(({ rule }) => rule === 'noBases');
  return [
    isLetter(type) && 'a letter',
    isAddressed(type) && 'addressed',
    !needsRecipients(type) && 'complete without recipients',
    restsOnConference(type) && 'resting on its conference',
    bare && `without bases a ${bare.severity}`,
    type !== 'QĐ' && spoken('QĐ', type) === undefined && 'put in force by a decision',
    // Of two that no other type puts in force, the one that it is not itself.
    spoken(type, type === 'TC' ? 'TBố' : 'TC') === 'doubt' && 'speaking of others',
  ].filter((flag) => typeof flag === 'string');
}

/** How it is judged when a document of the type says "Thông cáo này" of another. */
function spoken(type: DocumentType, other: DocumentType): string | undefined {
  const body = bodyFromLines([`Ban hành kèm theo ${typeName(other)} này.`]);
  const found = checkFields({ ...drafted('committee', type), body }, null);
  return found.find(({ rule }) => rule === 'copiedType')?.severity;
}

/** The usual readers are listed by another rule; here is what a type makes of them. */
function recipients(issuer: Issuer, type: DocumentType): string {
  const readers = usualReaders(issuer, name);
  const lines = defaultRecipients(issuer, type, name);
  return lines.join() === readers.join() ? 'the usual' : lines.join('; ') || 'none';
}

/** What a fact is for which bodies, "committee, standing: …"; the days apart where it moves with them. */
function grouped(of: (issuer: Issuer, date: string) => string): string[] {
  const groups = Map.groupBy(issuers, (issuer) =>
    [...new Set(days.map((day) => of(issuer, day)))].join(' / '),
  );
  return [...groups]
    .filter(([value]) => value !== '')
    .map(([value, own]) => (own.length === issuers.length ? value : `${own.join(', ')}: ${value}`));
}

/** A document with nothing but what the program puts in. */
function drafted(issuer: Issuer, type: DocumentType, date: string = days[1]): DocumentFields {
  const subject = defaultSubject(issuer, type, date);
  const addressees = defaultAddressees(issuer, type, name);
  const written = { issuer, type, date, subject, addressees, recipients: [], signerName: '' };
  return documentFields.parse({ ...withRest(documentRecord, {}), ...written });
}

function printed(issuer: Issuer, type: DocumentType, date?: string): DocumentModel {
  return composeDocument({ document: { ...drafted(issuer, type, date), number: 5 }, name, indicators: [] });
}
