import type { QueryContext } from '#main/api/context.ts';
import { listAttachments } from '#main/features/attachments/index.ts';
import { getOrganisation, requireName } from '#main/features/organisation/index.ts';
import type { Outcome } from '#main/references/references.ts';
import { AppError } from '#shared/errors.ts';
import { stemOf } from '#shared/features/attachments/rules.ts';
import type { Attachment, AttachmentRole } from '#shared/features/attachments/schema.ts';
import { type ConferenceFile, expectedPapers, type FilePart } from '#shared/features/conferences/file.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { issuerLines } from '#shared/features/organisation/issuers.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import { presetOf } from './presets-repository.ts';
import { findConference } from './repository.ts';

/** What belongs to a conference, in the order of the archive, and what is lacking. @throws AppError NOT_FOUND; RULE notSetUp */
export async function conferenceFile(
  { db, services }: Pick<QueryContext, 'db' | 'services'>,
  id: string,
): Promise<ConferenceFile> {
  const conference = await findConference(db, id);
  if (!conference) throw new AppError('NOT_FOUND');
  const name = requireName(await getOrganisation(db), conference.startsAt.slice(0, 10));
  const { symbol } = issuerLines(name, conference.minutesIssuer);
  const preset = await presetOf(db, conference.kind);
  const added = await listAttachments(db, { ownerKind: 'conference', ownerId: id });
  const parts = [
    ...papersBefore(conference),
    ...addedParts(added, 'paper', 'paper'),
    ...countingRecords(conference),
    minutes(conference, symbol),
    ...documentParts(await services.references.outcomes(db, id)),
    ...addedParts(added, 'scan', 'scan'),
    ...addedParts(added, 'photo', 'photo'),
    ...addedParts(added, 'other', 'paper'),
  ];
  const named = [
    preset.expectedDocuments,
    conference.papers,
    ...conference.agenda.map((item) => item.papers),
  ];
  return { parts, expected: expectedPapers(named.flatMap(namesIn), parts) };
}

function papersBefore({ id, place, agenda, attendance }: Conference): FilePart[] {
  const state = (isComplete: boolean) => (isComplete ? ('ready' as const) : ('unfinished' as const));
  return [
    {
      kind: 'invitation',
      title: 'Giấy mời',
      state: state(place !== ''),
      source: { kind: 'invitation', id },
      attachment: null,
    },
    {
      kind: 'programme',
      title: 'Chương trình',
      state: state(agenda.length > 0),
      source: { kind: 'programme', id },
      attachment: null,
    },
    {
      kind: 'signInSheet',
      title: 'Danh sách đại biểu ký tên',
      state: state(attendance.length > 0),
      source: { kind: 'signInSheet', id },
      attachment: null,
    },
  ];
}

function countingRecords({ id, elections, closedAt }: Conference): FilePart[] {
  return elections.map((election) => ({
    kind: 'countingRecord',
    title: `Biên bản kiểm phiếu: ${election.title}`,
    state: closedAt === null ? 'ready' : 'final',
    source: { kind: 'countingRecord', id, electionId: election.id },
    attachment: null,
  }));
}

/** Until the conference is closed its minutes may still change. */
function minutes({ id, minutesNumber, closedAt }: Conference, symbol: string): FilePart {
  return {
    kind: 'minutes',
    title: minutesNumber === null ? 'Biên bản' : `Biên bản số ${twoDigits(minutesNumber)}-BB/${symbol}`,
    state: closedAt === null ? 'unfinished' : 'final',
    source: { kind: 'minutes', id },
    attachment: null,
  };
}

/** Issued ones first; a number that was voided is a matter of the register. */
function documentParts(documents: readonly Outcome[]): FilePart[] {
  const part = ({ id, title, status }: Outcome): FilePart => ({
    kind: 'document',
    title,
    state: status === 'issued' ? 'final' : 'unfinished',
    source: { kind: 'document', id },
    attachment: null,
  });
  return [
    ...documents.filter(({ status }) => status === 'issued'),
    ...documents.filter(({ status }) => status === 'draft'),
  ].map(part);
}

/** Files that the clerk attached, in the order of their list. */
function addedParts(added: readonly Attachment[], role: AttachmentRole, kind: FilePart['kind']): FilePart[] {
  return added
    .filter((one) => one.role === role)
    .map(({ id, name, mediaType, sha256 }) => ({
      kind,
      title: stemOf(name),
      state: 'final',
      source: null,
      attachment: { id, mediaType, sha256 },
    }));
}

function namesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*[-–+]\s+/u, '')
        .trim()
        .replace(/[.;,]$/u, ''),
    )
    .filter(Boolean);
}
