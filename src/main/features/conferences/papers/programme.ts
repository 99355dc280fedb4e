import { textBlock } from '#main/paper/blocks.ts';
import { labelled } from '#main/paper/paper-text.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import type { DocumentModel, PrintTable } from '#shared/paper/model.ts';
import { officialTime, showDate } from '#shared/text/dates.ts';
import {
  beginning,
  type ConferenceSources,
  chairOf,
  dayOf,
  headFor,
  metaOf,
  personOn,
  profileOf,
  titleOf,
} from './sources.ts';

/** The programme (Chương trình): what comes when, and who presents it. No number and no signature. */
export function composeProgramme(sources: ConferenceSources): DocumentModel {
  const { conference } = sources;
  const chair = chairOf(sources);
  return {
    kind: 'document',
    profile: profileOf(sources),
    meta: metaOf(sources, 'Chương trình'),
    head: headFor(sources),
    typeName: 'CHƯƠNG TRÌNH',
    subject: titleOf(sources),
    addressees: null,
    bases: [],
    opening: null,
    body: [
      ...labelled('Thời gian', beginning(conference)),
      ...labelled('Địa điểm', conference.place),
      ...labelled('Chủ trì', chair ? personOn(chair, dayOf(conference)) : ''),
      ...(conference.agenda.length > 0
        ? [agendaTable(conference)]
        : [textBlock('Chưa có nội dung chương trình.')]),
    ],
    recipients: [],
    signature: null,
  };
}

/** A conference of several days names the later ones below the time. */
function agendaTable({ agenda, startsAt }: Conference): PrintTable {
  const timeOf = (plannedAt: string | null) => {
    if (plannedAt === null) return '';
    const isOtherDay = plannedAt.slice(0, 10) !== startsAt.slice(0, 10);
    return `${officialTime(plannedAt)}${isOtherDay ? `\n${showDate(plannedAt.slice(0, 10))}` : ''}`;
  };
  return {
    kind: 'table',
    caption: null,
    columns: [
      { header: 'STT', align: 'center', flexible: false },
      { header: 'Thời gian', align: 'center', flexible: false, widthMm: 27 },
      { header: 'Nội dung', align: 'left', flexible: true },
      { header: 'Người trình bày', align: 'left', flexible: false, widthMm: 45 },
    ],
    rows: agenda.map((item, i) => [String(i + 1), timeOf(item.plannedAt), item.title, item.presenter]),
  };
}
