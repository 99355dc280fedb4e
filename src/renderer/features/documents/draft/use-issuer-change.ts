import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import { type Issuer, issuers } from '#shared/features/organisation/issuers.ts';
import type { SavedDocument } from './document-form.ts';
import { sameSignature, signingDate } from './signature-choice.ts';

/** Another body signs in another way: a signature by rule follows, one that was written by hand stays. */
export function useIssuerChange({ form }: SavedDocument): (chosen: string | null) => Promise<void> {
  const signingOf = (issuer: Issuer) =>
    queryClient.fetchQuery(
      methodQuery('documents.signing', { issuer, date: signingDate(form.getValues().date) }),
    );
  return async (chosen) => {
    const next = issuers.find((known) => known === chosen);
    const before = form.getValues();
    if (!next || next === before.issuer) return;
    form.setFieldValue('issuer', next);
    const [old, now] = await Promise.all([signingOf(before.issuer), signingOf(next)]);
    const { authority, signerTitle, signerName } = form.getValues();
    if (!old.choices.some((one) => sameSignature(one, { authority, signerTitle }))) return;
    const signature = now.signers.find(({ name }) => name === signerName)?.signature ?? now.choices[0];
    if (!signature) return;
    form.setFieldValue('authority', signature.authority);
    form.setFieldValue('signerTitle', signature.title);
  };
}
