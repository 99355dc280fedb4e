import { closeMeeting, holdMeeting, prepareNext, recordTwice } from './meeting.ts';
import { beginWhatGoes, leaveDrafts, takeNewestSteps } from './newest.ts';
import { beginPeople, planYears, setUp, takeBack } from './office.ts';
import { askInWriting, reviewPlan } from './opinions.ts';
import {
  amendResolution,
  beginPlan,
  issueDecision,
  issueResolution,
  savePlan,
  submitReport,
} from './papers.ts';
import { idOf, type Teller } from './teller.ts';

/** What an office does in seven days, a weekend between them. When a schema lands, its day tells of what is new. */
const days: [day: string, ...work: ((teller: Teller) => Promise<unknown>)[]][] = [
  ['2026-01-05', setUp, planYears],
  ['2026-01-06', holdMeeting, takeBack],
  ['2026-01-07', beginPeople, closeMeeting, issueResolution, beginPlan],
  ['2026-01-08', issueDecision, (teller) => savePlan(teller, 1)],
  ['2026-01-09', amendResolution, reviewPlan, submitReport],
  ['2026-01-12', prepareNext, beginWhatGoes, askInWriting, savePlanTwice, recordTwice, voidDecision],
  ['2026-01-13', takeNewestSteps, leaveDrafts],
];

/** @param atEnd told each evening */
export async function tellStory(teller: Teller, atEnd: (day: string) => Promise<void>): Promise<void> {
  for (const [day, ...work] of days) {
    for (const [index, part] of work.entries()) {
      teller.clock.turnTo(day, `${String(8 + index).padStart(2, '0')}:00`);
      await part(teller);
    }
    await atEnd(day);
  }
}

/** Saved, taken back and done again. */
async function savePlanTwice(teller: Teller): Promise<void> {
  await savePlan(teller, 2);
  await teller.call.journal.undo({});
  await teller.call.journal.redo({});
}

/** Final: nothing before it can be undone in turn. */
async function voidDecision(teller: Teller): Promise<void> {
  await teller.call.documents.void({ id: idOf(teller, 'documentVoided'), reason: 'cấp nhầm số' });
}
