import { type Translate, useT } from '#renderer/lib/i18n.tsx';
import type { FieldChange } from '#shared/features/documents/compare/schema.ts';
import type { DocumentType } from '#shared/features/documents/types.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { isMessageId } from '#shared/i18n/translate.ts';
import { showDate } from '#shared/text/dates.ts';
import { Lines, Words } from './CompareWords.tsx';
import classes from './compare.module.css';

/** What is not the text: a line word by word, a list line by line, anything else as it was and is. */
export function ChangedField({ change }: { change: FieldChange }) {
  const t = useT();
  return (
    <div className={classes.field} data-change tabIndex={-1}>
      <b>{t(`documents.compare.field.${change.field}`)}</b>
      {change.kind === 'line' && (
        <p>
          <Words words={change.words} />
        </p>
      )}
      {change.kind === 'list' && <Lines lines={change.lines} />}
      {change.kind === 'value' && (
        <p>
          <del>{shown(t, change.field, change.before)}</del> <ins>{shown(t, change.field, change.after)}</ins>
        </p>
      )}
    </div>
  );
}

function shown(t: Translate, field: FieldChange['field'], value: unknown): string {
  if (value === null || value === undefined) return t('documents.compare.nothing');
  if (field === 'type') return typeName(value as DocumentType);
  if (field === 'relations' || field === 'conferenceId') return t('documents.compare.other');
  const text = String(value);
  const word = `documents.compare.value.${text}`;
  if (isMessageId(word)) return t(word);
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? showDate(text) : text;
}
