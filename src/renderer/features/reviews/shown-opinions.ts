import type { Opinion } from '#shared/features/reviews/schema.ts';

export const opinionFilters = ['all', 'open', 'settled', 'mine'] as const;
export type OpinionFilter = (typeof opinionFilters)[number];

/** What has to be done comes first; each part in the order of the text. */
const opinionParts = ['open', 'removed', 'settled'] as const;
type OpinionPart = (typeof opinionParts)[number];

function partOf({ settled, standing }: Opinion): OpinionPart {
  if (settled) return 'settled';
  return standing.state === 'removed' ? 'removed' : 'open';
}

function isWanted(opinion: Opinion, filter: OpinionFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return opinion.settled === null;
    case 'settled':
      return opinion.settled !== null;
    case 'mine':
      return opinion.isMine;
  }
}

/** The parts of the list that hold something. */
export function shownParts(
  opinions: readonly Opinion[],
  filter: OpinionFilter,
): { part: OpinionPart; opinions: readonly Opinion[] }[] {
  const wanted = opinions.filter((opinion) => isWanted(opinion, filter));
  return opinionParts
    .map((part) => ({ part, opinions: wanted.filter((opinion) => partOf(opinion) === part) }))
    .filter((one) => one.opinions.length > 0);
}

/** The one behind or before the last one in the list; round at its ends. Settled ones only where they are asked for. */
export function neighbour(
  opinions: readonly Opinion[],
  filter: OpinionFilter,
  current: string | null,
  step: 1 | -1,
): Opinion | null {
  const all = shownParts(opinions, filter)
    .filter(({ part }) => part !== 'settled' || filter === 'settled')
    .flatMap((one) => one.opinions);
  const at = all.findIndex(({ id }) => id === current);
  const next = at < 0 ? (step === 1 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
  return all[next] ?? null;
}

/** What is no text in a paragraph has no letters to show. */
export function shownQuote(quote: string, most: number): string {
  const text = quote.replaceAll('\ufffc', '…').replace(/\s+/gu, ' ').trim();
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`;
}
