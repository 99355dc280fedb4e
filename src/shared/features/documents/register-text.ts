import type { Say } from '../../i18n/translate.ts';
import { bareItem } from '../../paper/bare-item.ts';
import { showDate } from '../../text/dates.ts';
import type { Change } from './in-force.ts';
import type { RegisterEntry, RegisterRow } from './register.ts';
import { typeName } from './types.ts';

/** "Bị thay thế bởi Nghị quyết 12-NQ/ĐU từ 05/01/2027" */
export function changeText({ kind, part, from, type, code }: Change, say: Say): string {
  const params = { by: `${typeName(type)} ${code}`, date: showDate(from), part };
  return part === ''
    ? say(`documents.change.whole.${kind}`, params)
    : say(`documents.change.part.${kind}`, params);
}

/** What stands under "Ghi chú". */
function registerNotes(entry: RegisterEntry, say: Say): string[] {
  const { voidReason, isFromPaper, laterBefore, changes } = entry;
  return [
    voidReason === null ? [] : say('documents.register.note.voided', { reason: voidReason }),
    isFromPaper ? say('documents.register.note.fromPaper') : [],
    laterBefore
      ? say('documents.register.note.laterBefore', {
          code: laterBefore.code,
          date: showDate(laterBefore.date),
        })
      : [],
    changes.map((one) => changeText(one, say)),
  ].flat();
}

/** The columns of the register on paper and in a spreadsheet. */
export type RegisterCells = {
  code: string;
  /** YYYY-MM-DD */
  date: string | null;
  title: string;
  signer: string;
  recipients: readonly string[];
  copies: number | null;
  notes: readonly string[];
};

export function registerCells(row: RegisterRow, say: Say): RegisterCells {
  if (row.kind === 'gap') {
    const nothing = { date: null, signer: '', recipients: [], copies: null, notes: [] };
    return { ...nothing, code: row.code, title: say('documents.register.gap') };
  }
  const { code, date, type, subject, signerName, recipients, copies } = row;
  const title = `${typeName(type)} ${subject}`;
  return {
    code,
    date,
    title,
    signer: signerName,
    recipients: recipients.map(bareItem),
    copies,
    notes: registerNotes(row, say),
  };
}
