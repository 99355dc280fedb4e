import { textBlock } from '#main/paper/blocks.ts';
import { endedItems } from '#main/paper/ended-items.ts';
import { headOf } from '#main/paper/head.ts';
import { bare, capital, ended, labelled, labelledList, lines } from '#main/paper/paper-text.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { issuerLines } from '#shared/features/organisation/issuers.ts';
import { usualReaders } from '#shared/features/organisation/usual-readers.ts';
import type { DocumentModel, PapersModel, PrintBlock } from '#shared/paper/model.ts';
import { addressed } from '#shared/text/address.ts';
import {
  beginning,
  type ConferenceSources,
  chairOf,
  convenerSignature,
  conveners,
  dayOf,
  metaOf,
  personOn,
  profileOf,
  titleOf,
  wholeOf,
} from './sources.ts';

/** Room for a name that is written by hand. */
const nameBlank = '…………………………………………………';

/** Invitations (Giấy mời): one with a blank for the name, to be copied, and one for each who is invited by name. */
export function composeInvitation(sources: ConferenceSources): PapersModel {
  const guests = lines(sources.conference.invited).map((guest) => capital(addressed(bare(guest))));
  return {
    kind: 'papers',
    profile: profileOf(sources),
    meta: metaOf(sources, 'Giấy mời dự'),
    papers: [nameBlank, ...guests].map((guest) => invitation(sources, guest)),
  };
}

function invitation(sources: ConferenceSources, guest: string): DocumentModel {
  const { conference, name } = sources;
  const convener = conveners[conference.kind];
  const lines = issuerLines(name, convener);
  const whole = wholeOf(conference);
  return {
    kind: 'document',
    profile: profileOf(sources),
    meta: metaOf(sources, 'Giấy mời dự'),
    // It is written before the conference; on which day is written in when it goes out.
    head: {
      ...headOf({ ...lines, placeName: name.placeName }, null, conference.startsAt.slice(0, 4)),
      symbol: `GM/${lines.symbol}`,
    },
    typeName: 'GIẤY MỜI',
    subject: `dự ${titleOf(sources)}`,
    addressees: { label: 'Kính mời', names: [guest] },
    bases: [],
    opening: null,
    body: [
      textBlock(`Tới dự: ${titleOf(sources)}.`, '- '),
      textBlock(`Thời gian: ${beginning(conference)}.`, '- '),
      ...labelled('Địa điểm', conference.place),
      ...contents(conference),
      ...chairLine(sources),
      textBlock(`Trân trọng kính mời đồng chí tới dự ${whole} đầy đủ, đúng thời gian.`),
    ],
    // It names its reader on top, like a letter.
    recipients: endedItems(
      ['Như trên', ...usualReaders(convener, name).slice(-1)],
      profileOf(sources).recipients,
    ),
    signature: convenerSignature(sources),
  };
}

/** What it is about in the clerk's words, else the titles of the agenda. */
function contents({ content, agenda }: Conference): PrintBlock[] {
  const typed = lines(content);
  return labelledList('Nội dung', typed.length > 0 ? typed : agenda.map((item) => item.title));
}

function chairLine(sources: ConferenceSources): PrintBlock[] {
  const chair = chairOf(sources);
  return chair ? [textBlock(`Chủ trì: ${ended(personOn(chair, dayOf(sources.conference)))}`, '- ')] : [];
}
