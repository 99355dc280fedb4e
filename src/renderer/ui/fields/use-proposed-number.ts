import { useState } from 'react';
import { dynamicText, useT } from '#renderer/lib/i18n.tsx';
import { wholeNumber } from '#shared/fields.ts';
import { fieldIssues } from '#shared/validation.ts';
import type { TypedCount } from './typed-values.ts';

const number = wholeNumber(1, 99_999);

/** A number of a register that is proposed, and can be another by hand; `field` is for a CountField. */
export function useProposedNumber(proposed: number | null) {
  const t = useT();
  const [typed, setTyped] = useState<TypedCount>(null);
  const parsed = number.safeParse(typed ?? proposed);
  const issue = typed === null ? undefined : fieldIssues(parsed.error?.issues ?? [])[0];
  return {
    byHand: typed !== null && parsed.success ? parsed.data : null,
    isRefused: issue !== undefined,
    field: {
      value: typed ?? proposed,
      onChange: (value: TypedCount) => setTyped(value === proposed ? null : value),
      error: issue && dynamicText(t, issue.message, 'validation.invalid', issue.params),
    },
  };
}
