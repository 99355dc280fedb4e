import type { Opinion } from '#shared/features/reviews/schema.ts';
import type { BlockChange } from '#shared/text-model/compare/schema.ts';

/** From which version a comparison is made, and which block of it is looked for. */
export type CompareStart = { from: number; block: number };

/** Where the paragraph stood that an opinion was given on. */
export function startAt({ seq, place }: Pick<Opinion, 'seq' | 'place'>): CompareStart {
  return { from: seq, block: place?.index ?? 0 };
}

/** The place in the comparison of a block of the old text. */
export function changeOf(blocks: readonly BlockChange[], block: number): number {
  let old = -1;
  return blocks.findIndex((change) => {
    const isOld = change.kind !== 'added' && change.kind !== 'movedHere';
    if (isOld && !(change.kind === 'changed' && change.move !== null)) old += 1;
    return old === block;
  });
}
