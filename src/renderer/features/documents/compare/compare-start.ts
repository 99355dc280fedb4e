import type { Opinion } from '#shared/features/reviews/schema.ts';
import type { BlockChange } from '#shared/text-model/compare/schema.ts';

/** From which version a comparison is made, and which block of it is looked for. */
export type CompareStart = { from: string; block: number };

/** Where the paragraph stood that an opinion was given on. */
export function startAt({ version, place }: Pick<Opinion, 'version' | 'place'>): CompareStart {
  return { from: version, block: place?.index ?? 0 };
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
