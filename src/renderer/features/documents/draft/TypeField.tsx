import type { SelectProps } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { SearchSelect } from '#renderer/ui/fields/SearchSelect.tsx';
import { isWithinPowers, usualTypes } from '#shared/features/documents/powers.ts';
import { type DocumentType, documentTypes, typeName } from '#shared/features/documents/types.ts';
import type { Issuer } from '#shared/features/organisation/issuers.ts';

type Props = SelectProps & { issuer: Issuer; type: DocumentType; date: string | null };

/** Every type, what the body mostly writes first; says when the rule does not give the body that type, and lets it be. */
export function TypeField({ issuer, type, date, ...input }: Props) {
  const t = useT();
  const usual = usualTypes(issuer);
  const option = (value: DocumentType) => ({ value, label: typeName(value) });
  return (
    <SearchSelect
      label={t('documents.field.type')}
      data={[
        { group: t('documents.type.usual'), items: usual.map(option) },
        {
          group: t('documents.type.others'),
          items: documentTypes.filter((value) => !usual.includes(value)).map(option),
        },
      ]}
      nothingFoundMessage={t('documents.type.none')}
      description={isWithinPowers(issuer, type, date) ? undefined : t('documents.hint.beyondPowers')}
      {...input}
    />
  );
}
