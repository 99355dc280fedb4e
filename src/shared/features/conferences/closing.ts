import { bodyText } from '../../text-model/body.ts';
import type { AgendaItem, Conference } from './schema.ts';

type Item = Pick<AgendaItem, 'id' | 'title' | 'conclusion' | 'isCarriedOver' | 'carryReason'>;

/** Items that have neither a conclusion nor a vote nor a place in the next conference: what keeps it from closing. */
export function unsettledItems<T extends Item>(
  conference: Pick<Conference, 'votes' | 'elections'> & { agenda: readonly T[] },
): T[] {
  const decided = new Set([...conference.votes, ...conference.elections].map(({ itemId }) => itemId));
  return conference.agenda.filter(
    (item) =>
      bodyText(item.conclusion) === '' &&
      !decided.has(item.id) &&
      !(item.isCarriedOver && item.carryReason.trim() !== ''),
  );
}
