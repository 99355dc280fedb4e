import { labelled } from '#main/paper/paper-text.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
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

/** One line of the index; without sheets it lies beside the file, not in it. */
export type FileEntry = { title: string; sheets: { from: number; to: number } | null };

/** The title page of a conference file, with its index. */
export function composeFileIndex(sources: ConferenceSources, entries: readonly FileEntry[]): DocumentModel {
  const { conference } = sources;
  const chair = chairOf(sources);
  return {
    kind: 'document',
    profile: profileOf(sources),
    meta: metaOf(sources, 'Hồ sơ'),
    head: headFor(sources),
    typeName: 'HỒ SƠ',
    subject: titleOf(sources),
    addressees: null,
    bases: [],
    opening: null,
    body: [
      ...labelled('Thời gian', beginning(conference)),
      ...labelled('Địa điểm', conference.place),
      ...labelled('Chủ trì', chair ? personOn(chair, dayOf(conference)) : ''),
      {
        kind: 'table',
        caption: 'MỤC LỤC',
        columns: [
          { header: 'STT', align: 'center', flexible: false },
          { header: 'Tên tài liệu', align: 'left', flexible: true },
          { header: 'Tờ', align: 'center', flexible: false, widthMm: 30 },
        ],
        rows: entries.map(({ title, sheets }, i) => [String(i + 1), title, rangeOf(sheets)]),
      },
    ],
    recipients: [],
    signature: null,
  };
}

function rangeOf(sheets: FileEntry['sheets']): string {
  if (!sheets) return 'tệp kèm theo';
  return sheets.from === sheets.to ? String(sheets.from) : `${sheets.from} - ${sheets.to}`;
}
