import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { localDay } from '#renderer/lib/time.ts';
import type { RegisterOrder } from '#shared/features/documents/register.ts';
import { termOn } from '#shared/features/organisation/rules.ts';
import type { Term } from '#shared/features/organisation/schema.ts';

type Choice = { termId: string | null; year: string | null; counter: string | null; order: RegisterOrder };

// Kept while another page is shown.
let kept: Choice = { termId: null, year: null, counter: null, order: 'number' };

/** Which register is looked at: without a choice that of the running term. */
export function useRegisterChoice() {
  const { data: organisation } = useQuery(methodQuery('organisation.get', {}));
  const [choice, setChoice] = useState(kept);
  const terms: readonly Term[] = organisation?.terms ?? [];
  const term =
    terms.find(({ id }) => id === choice.termId) ??
    (organisation && termOn(organisation, localDay())) ??
    terms.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn)).at(-1);
  const { year, counter, order } = choice;
  return {
    terms,
    /** Null while there is no term. */
    wanted: term ? { termId: term.id, year, counter, order } : null,
    isReady: organisation !== undefined,
    choose: (part: Partial<Choice>) => {
      kept = { ...kept, ...part };
      setChoice(kept);
    },
  };
}
