import { z } from 'zod';

/** In percent. At the largest one the smallest screen of the clerks still shows ten rows. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;
export const usualTextSize = 100;

export const textSize = z.literal(textSizes);
export type TextSize = z.infer<typeof textSize>;

/** The next larger (1) or smaller (-1) one; the last one stays. */
export function nextTextSize(from: TextSize, direction: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(from) + direction] ?? from;
}
