import type { MessageId, Params } from '#renderer/lib/i18n.tsx';
import { type IndicatorFields, indicatorFields } from '#shared/features/indicators/schema.ts';
import { isMessageId } from '#shared/i18n/translate.ts';
import { parseQuantity, showQuantity } from '#shared/text/quantities.ts';
import { fieldIssues } from '#shared/validation.ts';
import type { CellKind } from './grid-state.ts';

export const columnIds = [
  'name',
  'unit',
  'direction',
  'planSource',
  'plan',
  'actual',
  'percent',
  'result',
] as const;
export type ColumnId = (typeof columnIds)[number];
export type Editable = Exclude<ColumnId, 'percent' | 'result'>;

export const cellKinds: Record<ColumnId, CellKind> = {
  name: 'text',
  unit: 'text',
  direction: 'choice',
  planSource: 'choice',
  plan: 'quantity',
  actual: 'quantity',
  percent: 'computed',
  result: 'computed',
};

export type Refusal = { message: MessageId; params?: Params };

/** What a cell holds, as it is shown and typed; a choice is its own word. */
export function cellText(fields: IndicatorFields, column: ColumnId): string {
  switch (column) {
    case 'plan':
    case 'actual': {
      const value = fields[column];
      return value === null ? '' : showQuantity(value);
    }
    case 'percent':
    case 'result':
      return '';
    default:
      return fields[column];
  }
}

/** The row with what was typed into one cell, or why it cannot be. */
export function withCell(
  fields: IndicatorFields,
  column: Editable,
  text: string,
): { fields: IndicatorFields } | { refusal: Refusal } {
  const value = readCell(column, text);
  if (value === undefined) return { refusal: quantityRefusal(text) };
  const parsed = indicatorFields.shape[column].safeParse(value);
  if (parsed.success) return { fields: { ...fields, [column]: parsed.data } };
  const [issue] = fieldIssues(parsed.error.issues);
  return {
    refusal:
      issue && isMessageId(issue.message)
        ? { message: issue.message, params: issue.params }
        : { message: 'validation.invalid' },
  };
}

/** The same in the grid, where nothing can be typed into what is computed and a row that is begun may still be empty. */
export function changedRow(
  fields: IndicatorFields,
  isNew: boolean,
  column: ColumnId | undefined,
  text: string,
): ReturnType<typeof withCell> | null {
  if (!isEditable(column)) return null;
  if (isNew && text.trim() === '' && cellKinds[column] === 'text')
    return { fields: { ...fields, [column]: '' } };
  return withCell(fields, column, text);
}

export function isEditable(column: ColumnId | undefined): column is Editable {
  return column !== undefined && cellKinds[column] !== 'computed';
}

function readCell(column: Editable, text: string): string | null | undefined {
  if (cellKinds[column] !== 'quantity') return text;
  return text.trim() === '' ? null : (parseQuantity(text) ?? undefined);
}

/** "1.23" could mean two things here, and neither must be guessed: says what to type for the likelier one. */
function quantityRefusal(text: string): Refusal {
  const foreign =
    /^(-?\d+)[.](\d+)$/u.exec(text.trim()) ?? /^(-?\d{1,3}(?:,\d{3})+)[.](\d+)$/u.exec(text.trim());
  if (!foreign) return { message: 'validation.quantity' };
  const [, whole = '', fraction = ''] = foreign;
  return {
    message: 'indicators.grid.decimalPoint',
    params: { typed: text.trim(), number: `${whole.replaceAll(',', '.')},${fraction}` },
  };
}

/** Why a new row cannot be added yet: it has a name but no unit, or the other way round. */
export function missingOf(fields: Pick<IndicatorFields, 'name' | 'unit'>): 'name' | 'unit' | null {
  if (fields.name.trim() === '') return 'name';
  return fields.unit.trim() === '' ? 'unit' : null;
}

export function newRow(period: string): IndicatorFields {
  return { name: '', unit: '', direction: 'up', period, planSource: 'assigned', plan: null, actual: null };
}
