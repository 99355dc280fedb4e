import { z } from 'zod';
import { storedAs } from '../stored.ts';
import { documentModel, minutesModel } from './model.ts';
import { type LayoutProfile, layoutProfile } from './profile.ts';

/*
 * Layouts as offices keep them, and what was printed of a document when it was issued and of minutes when they were
 * closed. A paper keeps its form: a later one is added behind these, with what makes the one before it into it, and what
 * it adds must leave the pages of then as they are.
 */

const { head, addressees, appendix } = layoutProfile.shape;

/** Of before letters, several addressees and appendices had measures and words of their own. */
const earlyLayout = layoutProfile.extend({
  head: head.extend({ letterSubject: head.shape.letterSubject.omit({ lead: true }) }),
  addressees: addressees.omit({ end: true, lastEnd: true, startsBelow: true }),
  appendix: appendix.extend({
    label: appendix.shape.label.omit({ numerals: true }),
    reference: appendix.shape.reference.omit({ beforeDate: true, dateIn: true }),
  }),
});

/** As the program of then set them. */
function wholeLayout(early: z.infer<typeof earlyLayout>): LayoutProfile {
  const { label, reference } = early.appendix;
  return {
    ...early,
    head: { ...early.head, letterSubject: { ...early.head.letterSubject, lead: 'về việc' } },
    addressees: { ...early.addressees, end: '', lastEnd: '', startsBelow: false },
    appendix: {
      ...early.appendix,
      label: { ...label, numerals: 'arabic' },
      reference: { ...reference, beforeDate: ', ', dateIn: 'figures' },
    },
  };
}

export const storedLayout = storedAs(earlyLayout).next(layoutProfile, { upgrade: wholeLayout, isBare: true });

/** Before layouts travelled with the paper it named its guideline; `withProfile` of main puts that in. */
const named = z.enum(['hd36', 'hd05']);

function printedIn<L extends z.ZodType>(layout: L) {
  const profile = z.union([named, layout]);
  return z.discriminatedUnion('kind', [documentModel.extend({ profile }), minutesModel.extend({ profile })]);
}

export const frozenPrint = storedAs(printedIn(earlyLayout)).next(printedIn(layoutProfile), {
  upgrade: (print) =>
    typeof print.profile === 'string'
      ? { ...print, profile: print.profile }
      : { ...print, profile: wholeLayout(print.profile) },
  isBare: true,
});
export type FrozenPrint = z.infer<typeof frozenPrint.schema>;
