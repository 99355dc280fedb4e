import { resolve } from 'node:path';
import { writeWhole } from '#main/db/whole-file.ts';
import { AppError } from '#shared/errors.ts';
import type { RecordChange } from '#shared/features/journal/contract.ts';
import { type ToldChange, tellHistory } from '#shared/features/journal/history.ts';
import { sayVietnamese } from '#shared/i18n/translate.ts';
import { type Command, PlainText, UsageError } from './command.ts';

const usage = 'history --id ID [--format text|json|pdf] [--out FILE]';

/** Everything that happened to one record: as sentences, as data, or of a document as the annex that is printed. */
export const historyCommand: Command = {
  usage,
  options: ['id', 'format', 'out'],
  needsStore: true,
  run: async ({ options, program, host }) => {
    const { id, format = 'text', out } = options;
    if (!id || !['text', 'json', 'pdf'].includes(format)) throw new UsageError(usage);
    if (format === 'pdf') {
      if (!out) throw new UsageError(usage);
      host.pdfTarget = resolve(out);
      const printed = await program.call.print.exportPdf({ source: { kind: 'history', id } });
      return { file: host.pdfTarget, pages: printed?.pages };
    }
    const changes = await program.call.journal.history({ id });
    if (changes.length === 0) throw new AppError('NOT_FOUND');
    const told = tellHistory(sayVietnamese, changes);
    const listed = changes.map((change, index) => plainChange(change, told[index]));
    if (!out) return format === 'json' ? listed : new PlainText(sentences(told));
    const file = resolve(out);
    const text = format === 'json' ? JSON.stringify(listed, null, 2) : sentences(told);
    await writeWhole(file, Buffer.from(`${text}\n`));
    return { file, changes: changes.length };
  },
};

function plainChange({ seq, at, actor, command, kind, undone }: RecordChange, told: ToldChange | undefined) {
  return {
    seq,
    at,
    actor,
    actorName: told?.who,
    command,
    kind,
    undone,
    what: told?.what,
    details: told?.details,
  };
}

function sentences(told: readonly ToldChange[]): string {
  return told
    .map(({ when, who, what, details }) =>
      [`${when} · ${who} · ${what}`, ...details.map((detail) => `  ${detail}`)].join('\n'),
    )
    .join('\n');
}
