import type { SelectProps } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { SearchSelect } from '#renderer/ui/fields/SearchSelect.tsx';
import { issuers } from '#shared/features/organisation/issuers.ts';

/** Whose document it is: head, symbol, counter and signature follow from it. */
export function IssuerField(input: SelectProps) {
  const t = useT();
  return (
    <SearchSelect
      label={t('documents.field.issuer')}
      data={issuers.map((value) => ({ value, label: t(`documents.issuer.${value}`) }))}
      {...input}
    />
  );
}
