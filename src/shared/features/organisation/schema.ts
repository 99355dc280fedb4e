import { z } from 'zod';
import { id, isoDate, line, multiline, requiredLine, wholeNumber } from '../../fields.ts';
import { issuers } from './issuers.ts';

/** For `refine`: what ends before it begins holds on no day, and the database would refuse it without words. */
function periodOf<Key extends string>(
  from: Key,
  to: Key,
): [check: (value: Record<Key, string | null>) => boolean, issue: { error: string; path: string[] }] {
  return [
    ({ [from]: first, [to]: last }) => first === null || last === null || first <= last,
    { error: 'validation.endBeforeStart', path: [to] },
  ];
}

/** Of `IssuerLines` those that the office wrote itself; empty: it prints none. */
const ownLines = z.strictObject({
  parentLine: line(200).optional(),
  issuingLine: multiline(300)
    .overwrite((text) => text.trim())
    .min(1, 'validation.required')
    .optional(),
  symbol: requiredLine(20).optional(),
  authority: line(200).optional(),
  signerTitle: line(200).optional(),
});

/** What a body is called on paper from one day on; a document takes the names of its own date. */
export const bodyNameFields = z
  .strictObject({
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    /** "Đảng ủy xã Sơn Liên" */
    name: requiredLine(200),
    /** Left head, first line: "ĐẢNG BỘ HUYỆN SƠN TÂY" */
    parentLine: requiredLine(200),
    /** Left head, second line: "ĐẢNG ỦY XÃ SƠN LIÊN" */
    issuingLine: requiredLine(200),
    /** Before the date: "Sơn Liên" */
    placeName: requiredLine(100),
    /** After the type in a number: "ĐU" */
    symbol: requiredLine(20),
    /** "Ban Chấp hành Đảng bộ xã" */
    committeeName: requiredLine(200),
    /** "Ban Thường vụ Đảng ủy xã" */
    standingName: requiredLine(200),
    /** Who assigns the plan: "huyện", since 01/7/2025 "tỉnh". */
    superiorLevel: requiredLine(50),
    /** Lines of the bodies beside the committee, where they are not those that follow from the names above. */
    issuers: z.partialRecord(z.enum(issuers), ownLines).default({}),
  })
  .refine(...periodOf('validFrom', 'validTo'));

export const bodyName = bodyNameFields.extend({ id });
export type BodyName = z.infer<typeof bodyName>;

/** XIII in 2020, and one each five years: LXXXIX is what centuries do not reach. */
const termOrdinal = wholeNumber(1, 89, 'validation.termOrdinal');

export const termFields = z
  .strictObject({
    ordinal: termOrdinal,
    startsOn: isoDate,
    endsOn: isoDate.nullable(),
  })
  .refine(...periodOf('startsOn', 'endsOn'));

export const term = termFields.extend({ id });
export type Term = z.infer<typeof term>;

export const positionRoles = ['secretary', 'deputy', 'standing', 'member'] as const;
export type PositionRole = (typeof positionRoles)[number];

export const position = z
  .strictObject({
    role: z.enum(positionRoles),
    /** As printed after the name: "Bí thư Đảng ủy" */
    title: requiredLine(200),
    validFrom: isoDate,
    validTo: isoDate.nullable(),
  })
  .refine(...periodOf('validFrom', 'validTo'));
export type Position = z.infer<typeof position>;

export const memberFields = z
  .strictObject({
    termId: id,
    fullName: requiredLine(100),
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    /** One after the other within five years. */
    positions: z.array(position).min(1, 'validation.required').max(20),
  })
  .refine(...periodOf('validFrom', 'validTo'));

/** A member of the committee in one term, in the order of the paper list. */
export const member = memberFields.extend({ id, listOrder: z.int() });
export type Member = z.infer<typeof member>;

/** The few things a first start asks for. */
export const setupFields = z.strictObject({
  /** "xã Sơn Liên" */
  commune: requiredLine(100),
  /** "huyện Sơn Tây" or "tỉnh Quảng Ngãi" */
  superior: requiredLine(100),
  placeName: requiredLine(100),
  termOrdinal,
  termStartsOn: isoDate,
});
export type SetupFields = z.infer<typeof setupFields>;

export const organisation = z.strictObject({
  /** Null until the first start is done. */
  bodyId: id.nullable(),
  names: z.array(bodyName),
  terms: z.array(term),
});
export type Organisation = z.infer<typeof organisation>;

export const memberSearch = z.strictObject({
  termId: id.optional(),
  /** Only who is a member on that day. */
  on: isoDate.optional(),
  search: line(100).optional(),
});
