import { headOf } from '#main/paper/head.ts';
import { builtInProfiles, profileOn } from '#main/paper/profiles.ts';
import { conferenceIssuer, conferenceTitle } from '#shared/features/conferences/rules.ts';
import type { AttendanceEntry, Conference, ConferenceKind } from '#shared/features/conferences/schema.ts';
import { type Issuer, issuerLines } from '#shared/features/organisation/issuers.ts';
import { positionOn } from '#shared/features/organisation/rules.ts';
import type { BodyName, Member, PositionRole } from '#shared/features/organisation/schema.ts';
import type { PrintHead, PrintMeta, PrintSignature } from '#shared/paper/model.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { addressOf, withoutAddress } from '#shared/text/address.ts';
import { officialDate, officialTime, weekday } from '#shared/text/dates.ts';

/** What every paper of a conference is made from. */
export type ConferenceSources = {
  conference: Conference;
  /** The organisation's names on the day of the conference. */
  name: BodyName;
  termOrdinal: number;
  /** The committee of that term: names and positions for the chair and the roll. */
  members: readonly Member[];
  /** The layout; without it the built-in one of the day of the conference. */
  profile?: LayoutProfile;
};

export function dayOf(conference: Conference): string {
  return conference.startsAt.slice(0, 10);
}

export function profileOf({ conference, profile }: ConferenceSources): LayoutProfile {
  return profile ?? profileOn(builtInProfiles, 'party', dayOf(conference));
}

/** The head of the body whose conference it is. */
export function headFor({ conference, name }: ConferenceSources): PrintHead {
  const lines = issuerLines(name, conferenceIssuer(conference.kind));
  return headOf({ ...lines, placeName: name.placeName }, dayOf(conference));
}

export function titleOf({ conference, termOrdinal, name }: ConferenceSources): string {
  return conferenceTitle(conference, termOrdinal, name);
}

/** The title of the file names what the paper is and of which conference; its date is the conference's. */
export function metaOf(sources: ConferenceSources, what: string): PrintMeta {
  return {
    title: `${what} ${titleOf(sources)}`,
    author: sources.name.name,
    created: dayOf(sources.conference),
  };
}

/** "đại hội", "hội nghị": what the paper calls it in the middle of a sentence. */
export function wholeOf({ kind }: Pick<Conference, 'kind'>): string {
  return kind === 'congress' ? 'đại hội' : 'hội nghị';
}

export function chairOf({ conference, members }: ConferenceSources): Member | undefined {
  return members.find((member) => member.id === conference.chairId);
}

/** "đồng chí Đinh Văn Trường, Bí thư Đảng ủy": with the title of that day. */
export function personOn(member: Member, date: string): string {
  return titled(member.fullName, positionOn(member, date)?.title ?? '');
}

/** "07 giờ 30, thứ Sáu, ngày 24 tháng 12 năm 2021": for who is to come. */
export function beginning({ startsAt }: Conference): string {
  return `${officialTime(startsAt)}, ${weekday(startsAt)}, ${officialDate(startsAt)}`;
}

type RollPerson = { name: string; title: string; address: string };

/** Name and title of a line of the roll; of somebody who is no member as they were typed. */
export function rollPerson(entry: AttendanceEntry, { conference, members }: ConferenceSources): RollPerson {
  const member = members.find((one) => one.id === entry.memberId);
  return member
    ? {
        name: member.fullName,
        title: positionOn(member, dayOf(conference))?.title ?? '',
        address: memberAddress,
      }
    : {
        name: withoutAddress(entry.fullName),
        title: entry.title,
        address: addressOf(entry.fullName),
      };
}

/** Whatever their names begin with. */
const memberAddress = 'đồng chí';

export function titled(name: string, title: string, address = memberAddress): string {
  return `${address} ${name}${title && `, ${title}`}`;
}

/** Who calls such a conference together: a congress does not sit yet, its committee does. */
export const conveners: Record<ConferenceKind, Issuer> = {
  congress: 'committee',
  executive_committee: 'committee',
  standing_committee: 'standing',
  cell: 'cell',
};

/** Only BÍ THƯ and PHÓ BÍ THƯ are printed, never a title of an ordinary member (HD 05, component 7b). */
const signerTitles: Partial<Record<PositionRole, string>> = { secretary: 'BÍ THƯ', deputy: 'PHÓ BÍ THƯ' };

/** Who calls the conference together: its chair, or the secretary of that day while no chair is named. */
export function convenerSignature(sources: ConferenceSources): PrintSignature {
  const { conference, members, name } = sources;
  const date = dayOf(conference);
  const secretary = members.find((member) => positionOn(member, date)?.role === 'secretary');
  const signer = chairOf(sources) ?? secretary;
  const role = signer && positionOn(signer, date)?.role;
  return {
    authority: issuerLines(name, conveners[conference.kind]).authority,
    title: (role && signerTitles[role]) ?? null,
    name: signer?.fullName ?? '',
  };
}
