import type { Say } from '../../i18n/translate.ts';
import { fieldOf } from '../../record-lookup.ts';
import { showClock, showDay } from '../../text/instants.ts';
import type { RecordChange, RowChange } from './contract.ts';
import { type ShownChange, shownChanges } from './field-changes.ts';
import { actorName, sentenceOf } from './sentences.ts';

/** One change of a record in plain sentences, the same on paper, on the command line and for a screen reader. */
export type ToldChange = {
  seq: number;
  /** "24/12/2021 07:30:05" */
  when: string;
  who: string;
  what: string;
  /** "Trích yếu: “…” thành “…”" */
  details: string[];
};

export function tellHistory(say: Say, changes: readonly RecordChange[]): ToldChange[] {
  const commands = new Map(changes.map(({ seq, command }) => [seq, command]));
  return changes.map((change) => {
    const what = sentenceOf(say, change, (seq) => commands.get(seq) ?? null);
    return {
      seq: change.seq,
      when: `${showDay(change.at)} ${showClock(change.at, true)}`,
      who: actorName(say, change),
      what: change.undone ? say('journal.told.undone', { what }) : what,
      details: change.rows.flatMap((row) => detailsOf(say, row)),
    };
  });
}

function detailsOf(say: Say, row: RowChange): string[] {
  // Of a row that went only what says which it was: all its fields would be the whole record once more.
  return shownChanges(say, row)
    .filter(({ field }) => !row.isGone || fieldOf(row.table, field)?.tellsWhich)
    .map((change) => detailOf(say, change));
}

function detailOf(say: Say, { label, before, after }: ShownChange): string {
  if (before === '') return say('journal.told.is', { label, after });
  if (after === '') return say('journal.told.was', { label, before });
  return say('journal.told.became', { label, before, after });
}
