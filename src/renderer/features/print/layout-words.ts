import { dynamicText, type Translate } from '#renderer/lib/i18n.tsx';
import { isMessageId } from '#shared/i18n/translate.ts';
import { showDate } from '#shared/text/dates.ts';
import type { LayoutField } from './layout-fields.ts';
import { showNumber, showNumbers } from './typed-numbers.ts';

/** What the field is called: by its own place where that says more ("Cột trái"), else by what it is ("Cỡ chữ"). */
export function fieldName(t: Translate, { path, name }: Pick<LayoutField, 'path' | 'name'>): string {
  const own = `print.field.${path}`;
  return isMessageId(own)
    ? t(own)
    : dynamicText(t, `print.field.${name}`, 'print.layout.otherField', { name });
}

export function rowName(t: Translate, path: string): string {
  return dynamicText(t, `print.part.${path}`, 'print.layout.otherField', { name: path });
}

/** A value as the guideline says it: "14 pt", "“Số ”", "có". */
export function valueText(t: Translate, { kind, name, unit }: LayoutField, value: unknown): string {
  switch (kind) {
    case 'mark':
      return t(value ? 'print.layout.yes' : 'print.layout.no');
    case 'choice':
      return dynamicText(t, `print.choice.${name}.${String(value)}`, 'print.layout.none');
    case 'date':
      return value ? showDate(String(value)) : t('print.layout.none');
    case 'text':
      return value ? t('print.layout.quoted', { text: String(value) }) : t('print.layout.none');
    case 'number':
      return unit ? `${showNumber(value)} ${unit}` : showNumber(value);
    case 'numbers':
      return unit ? `${showNumbers(value)} ${unit}` : showNumbers(value);
  }
}

/** "Theo hướng dẫn", "Đã sửa 3 giá trị", "Bản của cơ quan": how a layout stands to its guideline. */
export function layoutState(t: Translate, { isOwn, changes }: { isOwn: boolean; changes: number }): string {
  if (isOwn) return t(changes ? 'print.state.ownChanged' : 'print.state.own', { count: changes });
  return t(changes ? 'print.state.changed' : 'print.state.guideline', { count: changes });
}
