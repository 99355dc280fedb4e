import { ordinalWords, roman } from '../../text/ordinals.ts';
import type { BodyName } from '../organisation/schema.ts';
import type { ConferenceKind, ConferenceSession, MinutesIssuer } from './schema.ts';

/** Whose papers those of such a conference are: a congress and a cell have head, symbol and numbers of their own (domain 2.1, 2.3). */
export function conferenceIssuer(kind: ConferenceKind): MinutesIssuer {
  return kind === 'congress' || kind === 'cell' ? kind : 'committee';
}

type Titled = { kind: ConferenceKind; session: ConferenceSession; ordinal: number; customTitle: string };

/**
 * "Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII": the official title, on paper and on screen, or the one
 * that the clerk has typed instead.
 */
export function conferenceTitle(
  conference: Titled,
  termOrdinal: number,
  name: Pick<BodyName, 'committeeName' | 'standingName'>,
): string {
  return conference.customTitle || proposedTitle(conference, termOrdinal, name);
}

/** The title that follows from kind, session, ordinal and term. */
function proposedTitle(
  { kind, session, ordinal }: Omit<Titled, 'customTitle'>,
  termOrdinal: number,
  name: Pick<BodyName, 'committeeName' | 'standingName'>,
): string {
  if (kind === 'congress') return `Đại hội Đảng bộ lần thứ ${roman(ordinal)}`;
  const bodies = {
    executive_committee: name.committeeName,
    standing_committee: name.standingName,
    cell: 'chi bộ',
  };
  const theme = session === 'thematic' ? 'chuyên đề ' : '';
  const enlarged = session === 'enlarged' ? ' (mở rộng)' : '';
  return `Hội nghị ${theme}${bodies[kind]} lần thứ ${ordinalWords(ordinal)}${enlarged}, khóa ${roman(termOrdinal)}`;
}
