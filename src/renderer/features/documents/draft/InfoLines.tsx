import { UsualLinePicker } from '#renderer/features/phrases/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { LinesField } from '#renderer/ui/fields/LinesField.tsx';
import type { UsualList } from '#shared/features/phrases/contract.ts';
import type { SavedDocument } from './document-form.ts';

type Field = 'bases' | 'addressees' | 'recipients';
type Props = { saved: SavedDocument; field: Field };

/** Where the lines of the field are kept for other documents. */
const usual: Record<Field, UsualList | null> = { bases: 'basis', addressees: null, recipients: 'recipient' };

/** One of the lists of the paper, a line each, with the usual lines to choose from. */
export function InfoLines({ saved, field }: Props) {
  const t = useT();
  const { form } = saved;
  const lines = form.useWatchValue(field);
  const list = usual[field];
  return (
    <div>
      <LinesField
        label={t(`documents.field.${field}`)}
        description={t(`documents.field.${field}Hint`)}
        minRows={1}
        key={form.key(field)}
        {...form.getInputProps(field)}
      />
      {list && (
        <UsualLinePicker list={list} lines={lines} onPick={(next) => form.setFieldValue(field, next)} />
      )}
    </div>
  );
}
