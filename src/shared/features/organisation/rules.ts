import { isWithin } from '../../text/dates.ts';
import type { BodyName, Member, Organisation, Position, PositionRole, SetupFields, Term } from './schema.ts';

/** The end of the district level (domain: Quy định 294-QĐ/TW, in force that day). */
export const noDistrictSince = '2025-07-01';

type Dated = { validFrom: string; validTo: string | null };

/** What holds on `date`; the earliest entry before all of them, so that an old paper still gets a head. */
export function validOn<T extends Dated>(entries: readonly T[], date: string): T | undefined {
  return (
    entries.find((entry) => isWithin(date, entry.validFrom, entry.validTo)) ??
    [...entries].sort((a, b) => a.validFrom.localeCompare(b.validFrom))[0]
  );
}

export function nameOn<N extends Dated>({ names }: { names: readonly N[] }, date: string): N | undefined {
  return validOn(names, date);
}

export function termOn(organisation: Pick<Organisation, 'terms'>, date: string): Term | undefined {
  return organisation.terms.find((term) => isWithin(date, term.startsOn, term.endsOn));
}

export function positionOn(member: Member, date: string): Position | undefined {
  return validOn(member.positions, date);
}

const leaders: readonly (readonly [RegExp, PositionRole])[] = [
  [/^bí thư/iu, 'secretary'],
  [/^phó bí thư(?: thường trực)?/iu, 'deputy'],
  [/^(?:ủy|uỷ) viên ban thường vụ/iu, 'standing'],
];

/** The office in the Party committee that a printed title speaks of; a secretary of the youth union holds none there. */
export function roleOfTitle(title: string): PositionRole {
  const words = title.normalize('NFC').trim();
  const held = leaders.find(([name]) => /^(?:$|,| đảng (?:ủy|uỷ|bộ))/iu.test(words.replace(name, '')));
  return words !== '' && held?.[0].test(words) ? held[1] : 'member';
}

/** Whether two periods share a day. */
export function overlaps(a: Dated, b: Dated): boolean {
  return (a.validTo === null || b.validFrom <= a.validTo) && (b.validTo === null || a.validFrom <= b.validTo);
}

const communeLevels = /(?<!\p{L})(?:xã|phường|thị trấn|đặc khu)(?!\p{L})/iu;
const superiorLevels = /(?<!\p{L})(?:tỉnh|thành phố|huyện|thị xã|quận)(?!\p{L})/iu;

/** "xã", "phường", "đặc khu": what the name of a commune or of its committee says it is. */
export function communeLevel(name: string): string {
  return communeLevels.exec(name.normalize('NFC'))?.[0].toLowerCase() ?? 'xã';
}

/** What the state calls the superior level, "thành phố", and what stands before "ủy", "Thành". */
export function superiorWords({ superiorLevel }: Pick<BodyName, 'superiorLevel'>): {
  state: string;
  party: string;
} {
  const first = superiorLevel.split(' ')[0] ?? '';
  return {
    state: { thành: 'thành phố', thị: 'thị xã' }[superiorLevel] ?? superiorLevel,
    party: `${first.charAt(0).toUpperCase()}${first.slice(1)}`,
  };
}

/** The number of the term is in none of them. */
type Setup = Omit<SetupFields, 'termOrdinal'> & Partial<SetupFields>;

/** The names that follow from the five answers of the first start; the clerk corrects them in the settings. */
export function namesFromSetup(setup: Setup): Omit<BodyName, 'id'> {
  const level = communeLevel(setup.commune);
  const superiorLevel =
    superiorLevels.exec(setup.superior.normalize('NFC'))?.[0].toLowerCase() ??
    (setup.termStartsOn >= noDistrictSince ? 'tỉnh' : 'huyện');
  return {
    validFrom: setup.termStartsOn,
    validTo: null,
    name: `Đảng ủy ${setup.commune}`,
    parentLine: `ĐẢNG BỘ ${setup.superior}`.toUpperCase(),
    issuingLine: `ĐẢNG ỦY ${setup.commune}`.toUpperCase(),
    placeName: setup.placeName,
    symbol: 'ĐU',
    committeeName: `Ban Chấp hành Đảng bộ ${level}`,
    standingName: `Ban Thường vụ Đảng ủy ${level}`,
    superiorLevel,
    issuers: {},
  };
}
