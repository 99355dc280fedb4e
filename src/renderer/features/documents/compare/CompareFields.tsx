import { type Translate, useT } from '#renderer/lib/i18n.tsx';
import type { FieldChange } from '#shared/features/documents/compare/schema.ts';
import { documentRecord, labelOf } from '#shared/features/documents/records.ts';
import { type Names, shownValue } from '#shared/record-words.ts';
import { Lines, Words } from './CompareWords.tsx';
import classes from './compare.module.css';

/** What is not the text: a line word by word, a list line by line, anything else as it was and is. */
export function ChangedField({ change, names }: { change: FieldChange; names: Names }) {
  const t = useT();
  return (
    <div className={classes.field} data-change tabIndex={-1}>
      <b>{t(labelOf(change.field))}</b>
      {change.kind === 'line' && (
        <p>
          <Words words={change.words} />
        </p>
      )}
      {change.kind === 'list' && <Lines lines={change.lines} />}
      {change.kind === 'value' && (
        <p>
          <del>{shown(t, change.field, change.before, names)}</del>{' '}
          <ins>{shown(t, change.field, change.after, names)}</ins>
        </p>
      )}
    </div>
  );
}

function shown(t: Translate, name: FieldChange['field'], value: unknown, names: Names): string {
  return shownValue(t, documentRecord.fields[name], value, names) || t('documents.compare.nothing');
}
