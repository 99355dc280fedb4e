import type { DocumentFields } from '#shared/features/documents/schema.ts';
import type { Signature } from '#shared/features/documents/signing.ts';
import { isoDate } from '#shared/fields.ts';

export function sameSignature(
  { authority, title }: Signature,
  typed: Pick<DocumentFields, 'authority' | 'signerTitle'>,
): boolean {
  return authority === typed.authority && title === typed.signerTitle;
}

/** A signature on one line, as a list shows it: "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH". */
export function signatureLine({ authority, title }: Signature): string {
  return [...authority.split('\n'), title].filter((part) => part !== '').join(' / ');
}

/** The day to ask for; a day that is only half typed is none. */
export function signingDate(typed: string | null): string | null {
  return isoDate.safeParse(typed).success ? typed : null;
}
