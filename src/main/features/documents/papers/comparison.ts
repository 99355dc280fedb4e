import type { Reading } from '#main/db/open.ts';
import { getOrganisation, requireName } from '#main/features/organisation/index.ts';
import { profileOn } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import { compareDocuments } from '#shared/features/documents/compare/compare-documents.ts';
import type { Comparison, FieldChange } from '#shared/features/documents/compare/schema.ts';
import { documentRecord, labelOf } from '#shared/features/documents/records.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { regimeOf } from '#shared/features/organisation/issuers.ts';
import { sayVietnamese } from '#shared/i18n/translate.ts';
import type { DocumentModel, PrintBlock, PrintRun } from '#shared/paper/model.ts';
import type { Field } from '#shared/record.ts';
import { type Names, shownValue } from '#shared/record-words.ts';
import { speakerWords } from '#shared/text-model/body.ts';
import type { BlockChange, LineChange, Token, WordChange } from '#shared/text-model/compare/schema.ts';
import { bothVersions, type Compared, namesIn } from '../versions.ts';
import { composeDocument } from './document.ts';

/** Signs that survive a copier: "[+ came]", "[– went]", and a number at both ends of a move. */
const legend =
  'Chữ thêm ở trong [+ …], in đậm; chữ bỏ ở trong [– …], in nghiêng. [chuyển đi 1] và [chuyển đến 1] là hai đầu của một đoạn được chuyển chỗ.';

/** Two versions on paper, as one text with what went and came in place. @throws AppError NOT_FOUND */
export async function comparisonToPrint(
  store: Reading,
  wanted: Compared,
  today: string,
): Promise<DocumentModel> {
  const { db } = store;
  const [before, after] = await bothVersions(store, wanted);
  const organisation = await getOrganisation(db);
  const date = after.date ?? organisation.names.at(-1)?.validFrom ?? today;
  const model = composeDocument({
    document: { ...after, number: null, draftRound: null, body: { type: 'doc', content: [] } },
    name: requireName(organisation, date),
    indicators: [],
    profile: profileOn(await listProfiles(db), regimeOf(after.issuer), after.date),
    year: today.slice(0, 4),
  });
  const compared = compareDocuments(before, after);
  const subject = `${typeName(after.type)} ${after.subject}`;
  return {
    ...model,
    meta: { ...model.meta, title: `So sánh ${subject}` },
    typeName: 'BẢN SO SÁNH',
    subject,
    addressees: null,
    bases: [],
    opening: null,
    recipients: [],
    signature: null,
    body: [plain([{ text: legend, italic: true }]), ...blocksOf(compared, namesIn(store, compared))],
  };
}

function blocksOf({ fields, blocks }: Omit<Comparison, 'names'>, names: Names): PrintBlock[] {
  return [...fields.flatMap((change) => fieldBlocks(change, names)), ...blocks.flatMap(blockBlocks)];
}

function plain(runs: PrintRun[], label = ''): PrintBlock {
  return { kind: 'paragraph', label, runs };
}

function fieldBlocks(change: FieldChange, names: Names): PrintBlock[] {
  const field = documentRecord.fields[change.field];
  const label: PrintRun = { text: `${sayVietnamese(labelOf(change.field))}: `, bold: true };
  switch (change.kind) {
    case 'line':
      return [plain([label, ...change.words.flatMap(wordRuns)])];
    case 'list':
      return [plain([label]), ...change.lines.map((line) => plain(lineRuns(line), '- '))];
    case 'value':
      return [
        plain([
          label,
          ...went(shown(field, change.before, names)),
          { text: ' ' },
          ...came(shown(field, change.after, names)),
        ]),
      ];
  }
}

/** As the history tells it; a dash stands for nothing. */
function shown(field: Field, value: unknown, names: Names): string {
  return shownValue(sayVietnamese, field, value, names) || '—';
}

function blockBlocks(change: BlockChange): PrintBlock[] {
  switch (change.kind) {
    case 'same':
      return wholeBlock(change.block, (runs) => runs);
    case 'added':
      return wholeBlock(change.block, (runs) => bracketed('+', runs));
    case 'removed':
      return wholeBlock(change.block, (runs) => bracketed('–', runs));
    case 'movedAway':
      return wholeBlock(change.block, (runs) => bracketed(`chuyển đi ${change.move}:`, runs));
    case 'movedHere':
      return wholeBlock(change.block, (runs) => bracketed(`chuyển đến ${change.move}:`, runs));
    case 'changed': {
      const here: PrintRun[] = change.move === null ? [] : [{ text: `[chuyển đến ${change.move}] ` }];
      const { detail } = change;
      if (detail.form === 'text') return [plain([...here, ...detail.words.flatMap(wordRuns)])];
      if (detail.form === 'lines')
        return detail.lines.map((line, i) =>
          plain([...(i === 0 ? here : []), ...lineRuns(line)], detail.type === 'bulletList' ? '- ' : ''),
        );
      return [
        ...wholeBlock(detail.before, (runs) => bracketed('–', runs)),
        ...wholeBlock(detail.after, (runs) => [...here, ...bracketed('+', runs)]),
      ];
    }
  }
}

type Block = Extract<BlockChange, { kind: 'same' }>['block'];

/** A block in one piece: a table by its rows, a live table by its name. */
function wholeBlock(block: Block, mark: (runs: PrintRun[]) => PrintRun[]): PrintBlock[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const runs = (block.content ?? []).flatMap(tokenRuns);
      if (runs.length === 0) return [];
      return [plain(mark(block.type === 'heading' ? runs.map(bold) : runs))];
    }
    case 'bulletList':
      return block.content.map((item) =>
        plain(mark(item.content.flatMap(({ content = [] }) => content.flatMap(tokenRuns))), '- '),
      );
    case 'table':
      return block.content.map((row) =>
        plain(
          mark(
            row.content.flatMap((cell, i): PrintRun[] => [
              ...(i > 0 ? [{ text: ' | ' }] : []),
              ...cell.content.flatMap(({ content = [] }) => content.flatMap(tokenRuns)),
            ]),
          ),
        ),
      );
    case 'indicatorTable':
      return [plain(mark([{ text: `Bảng chỉ tiêu năm ${block.attrs.period}: ${block.attrs.caption}` }]))];
    case 'appendix':
      return [plain(mark([{ text: `Phụ lục: ${block.attrs.title}` }]))];
  }
}

function bold(run: PrintRun): PrintRun {
  return 'break' in run ? run : { ...run, bold: true };
}

function bracketed(sign: string, runs: PrintRun[]): PrintRun[] {
  if (runs.length === 0) return [];
  return [{ text: `[${sign} ` }, ...runs, { text: ']' }];
}

function lineRuns({ cells }: LineChange): PrintRun[] {
  return cells.flatMap((words, i): PrintRun[] => [
    ...(i > 0 ? [{ text: ' | ' }] : []),
    ...words.flatMap(wordRuns),
  ]);
}

function wordRuns({ kind, content }: WordChange): PrintRun[] {
  const runs = content.flatMap(tokenRuns);
  if (kind === 'added') return bracketed('+', runs.map(bold));
  if (kind === 'removed')
    return bracketed(
      '–',
      runs.map((run) => ('break' in run ? run : { ...run, italic: true })),
    );
  return runs;
}

function came(text: string): PrintRun[] {
  return bracketed('+', [{ text, bold: true }]);
}

function went(text: string): PrintRun[] {
  return bracketed('–', [{ text, italic: true }]);
}

function tokenRuns(token: Token): PrintRun[] {
  switch (token.type) {
    case 'text':
      return [{ text: token.text.replaceAll('\n', ' ') }];
    case 'hardBreak':
      return [{ break: true }];
    case 'speaker':
      return [{ text: speakerWords(token) }];
    case 'clauseRef':
      return [{ text: token.attrs.label }];
    case 'liveText':
      return [{ text: token.attrs.seen }];
    case 'end':
      return [];
  }
}
