import { opinionSheetRecord } from './features/approvals/records.ts';
import { attachmentRecord } from './features/attachments/records.ts';
import {
  agendaItemRecord,
  attendanceRecord,
  conferencePresetRecord,
  conferenceRecord,
  conferenceReopeningRecord,
  electionCandidateRecord,
  electionRecord,
  findingRecord,
  voidedMinutesRecord,
  voteRecord,
} from './features/conferences/records.ts';
import { checkSettingRecord, documentRecord, documentStepRecord } from './features/documents/records.ts';
import {
  indicatorActualRecord,
  indicatorPlanRecord,
  indicatorRecord,
} from './features/indicators/records.ts';
import {
  bodyNameRecord,
  bodyRecord,
  memberRecord,
  positionRecord,
  termRecord,
} from './features/organisation/records.ts';
import { phraseRecord, usualLineRecord } from './features/phrases/records.ts';
import { opinionRecord, opinionReplyRecord } from './features/reviews/records.ts';
import { userRecord } from './features/users/records.ts';
import { layoutProfileRecord } from './paper/records.ts';

/** Every record of the program, joined like the contracts: a table that is not here is none. `record-lookup.ts` asks it. */
export const records = [
  conferenceRecord,
  agendaItemRecord,
  attendanceRecord,
  conferenceReopeningRecord,
  findingRecord,
  voteRecord,
  electionRecord,
  electionCandidateRecord,
  voidedMinutesRecord,
  conferencePresetRecord,
  documentRecord,
  documentStepRecord,
  checkSettingRecord,
  opinionRecord,
  opinionReplyRecord,
  opinionSheetRecord,
  bodyRecord,
  bodyNameRecord,
  termRecord,
  memberRecord,
  positionRecord,
  indicatorRecord,
  indicatorPlanRecord,
  indicatorActualRecord,
  attachmentRecord,
  phraseRecord,
  usualLineRecord,
  layoutProfileRecord,
  userRecord,
] as const;

export type Table = (typeof records)[number]['table'];

type Found = NonNullable<(typeof records)[number]['found']>;
/** What can be found. */
export type FoundKind = Found['kind'];

/** Tables whose records hold files. */
export type HolderTable = Extract<(typeof records)[number], { holdsFiles: true }>['table'];
