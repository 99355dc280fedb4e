import { Autocomplete, Text, Textarea, TextInput } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { foldedFilter } from '#renderer/ui/fields/folded-filter.ts';
import { SearchSelect } from '#renderer/ui/fields/SearchSelect.tsx';
import { signingWays } from '#shared/features/documents/signing.ts';
import classes from '../documents.module.css';
import { useSigning } from '../queries.ts';
import type { SavedDocument } from './document-form.ts';
import { sameSignature, signatureLine, signingDate } from './signature-choice.ts';

/** Who signs, and how: the rules fill in authority and title, which can be written otherwise afterwards. */
export function SignatureFields({ saved }: { saved: SavedDocument }) {
  const t = useT();
  const { form } = saved;
  const issuer = form.useWatchValue('issuer');
  const date = signingDate(form.useWatchValue('date'));
  const authority = form.useWatchValue('authority');
  const signerTitle = form.useWatchValue('signerTitle');
  const signerName = form.useWatchValue('signerName');
  const { data: signing } = useSigning(issuer, date);
  const { choices = [], signers = [], notInOffice = [] } = signing ?? {};
  const chosen = choices.findIndex((one) => sameSignature(one, { authority, signerTitle }));

  function fill(signature: (typeof choices)[number] | undefined): void {
    if (!signature) return;
    form.setFieldValue('authority', signature.authority);
    form.setFieldValue('signerTitle', signature.title);
  }

  return (
    <>
      <Autocomplete
        label={t('documents.field.signerName')}
        data={signers.map(({ name }) => name)}
        filter={foldedFilter}
        openOnFocus={false}
        selectFirstOptionOnChange
        onOptionSubmit={(name) => fill(signers.find((one) => one.name === name)?.signature)}
        renderOption={({ option }) => (
          <div>
            {option.value}
            <Text size="xs" c="dimmed">
              {signers.find(({ name }) => name === option.value)?.title}
            </Text>
          </div>
        )}
        key={form.key('signerName')}
        {...form.getInputProps('signerName')}
      />
      {notInOffice.includes(signerName.trim()) && (
        <Text size="xs" role="status" className={classes.warning}>
          {t('documents.signing.notInOffice')}
        </Text>
      )}
      <SearchSelect
        label={t('documents.field.signingWay')}
        placeholder={t('documents.signing.byHand')}
        data={signingWays.flatMap((way) => {
          const items = choices.flatMap((one, index) =>
            one.way === way ? [{ value: String(index), label: signatureLine(one) }] : [],
          );
          return items.length > 0 ? [{ group: t(`documents.signing.${way}`), items }] : [];
        })}
        value={chosen < 0 ? null : String(chosen)}
        onChange={(index) => fill(choices[Number(index)])}
      />
      <Textarea
        label={t('documents.field.authority')}
        autosize
        minRows={1}
        maxRows={3}
        key={form.key('authority')}
        {...form.getInputProps('authority')}
      />
      <TextInput
        label={t('documents.field.signerTitle')}
        key={form.key('signerTitle')}
        {...form.getInputProps('signerTitle')}
      />
    </>
  );
}
