import { z } from 'zod';
import { command, query, task } from '../../define.ts';
import { byId, id, isoDate, nothing, requiredLine } from '../../fields.ts';
import { layoutProfile } from '../../paper/profile.ts';
import { approvalPapers } from '../approvals/papers.ts';
import { conferencePapers } from '../conferences/papers.ts';
import { documentPapers } from '../documents/papers.ts';
import { journalPapers } from '../journal/papers.ts';
import { reviewPapers } from '../reviews/papers.ts';

/** What can be put on paper: the papers of every feature, each named by its `kind`. */
export const printSource = z.discriminatedUnion('kind', [
  ...documentPapers,
  ...approvalPapers,
  ...journalPapers,
  ...reviewPapers,
  ...conferencePapers,
]);
export type PrintSource = z.infer<typeof printSource>;

export const printedPage = z.strictObject({ svg: z.string(), widthMm: z.number(), heightMm: z.number() });
export type PrintedPage = z.infer<typeof printedPage>;

/** Characters that no font of the paper has: they print as "□", and the clerk is told. */
const unprintable = z.array(z.string());

const pages = z.strictObject({ pages: z.array(printedPage), unprintable });

/** Null: not drawn, only counted and measured. */
const viewedPage = printedPage.extend({ svg: z.string().nullable() });
export type ViewedPage = z.infer<typeof viewedPage>;
/** Counted from 1. */
const pageNumber = z.int().min(1).max(100_000);

const storedProfile = z.strictObject({
  profile: layoutProfile,
  /** What it is compared with and goes back to; of an office's own version, the guideline of its first day. */
  guideline: layoutProfile,
  /** A version that the office added. */
  isOwn: z.boolean(),
  /** Prints other than the guideline. */
  isChanged: z.boolean(),
});
export type StoredProfile = z.infer<typeof storedProfile>;

/** Two papers that show between them every part of a layout. */
export const profileSamples = ['resolution', 'letter'] as const;
export type ProfileSample = (typeof profileSamples)[number];

const ofProfile = z.strictObject({ id: layoutProfile.shape.id });
const readOnly = { onlyReads: true } as const;
const layoutKeepers = { allow: ['admin'] } as const;

/** How it leaves the printer; the system's dialog opens with it. */
const printWay = { copies: z.int().min(1).max(999).optional(), isTwoSided: z.boolean().optional() };

/** In this order. */
const documentIds = z.array(id).min(1);
/** Written one after the other: a whole term is some 2,000. */
const filed = documentIds.max(20_000);
/** One print job, whose pages are held together: a full day of a printer. */
const printed = documentIds.max(1_000);

export const printContract = {
  /** The pages exactly as they will print. */
  preview: query(z.strictObject({ source: printSource }), pages),
  /** The same, but only those pages are drawn: what a clerk sees of a long paper is new after each key. */
  view: query(
    z.strictObject({ source: printSource, from: pageNumber, to: pageNumber }),
    z.strictObject({ pages: z.array(viewedPage), unprintable }),
  ),
  /** Every layout, whenever it holds, oldest first. */
  profiles: query(nothing, z.array(storedProfile)),
  /** A sample of our own, set with values that need not be stored. */
  sampleProfile: query(
    z.strictObject({ profile: layoutProfile, sample: z.enum(profileSamples).default('resolution') }),
    pages,
  ),
  /** Holds for what is printed and issued from now on; what was issued keeps its pages. */
  saveProfile: command(layoutProfile, nothing, {
    ...layoutKeepers,
    saves: [{ table: 'layout_profile' }],
  }),
  /** Back to the values of the guideline; an office's own version keeps its name and its days. */
  resetProfile: command(ofProfile, nothing, layoutKeepers),
  /** A copy that holds from another day on: for a new guideline, or for other values from that day. */
  addProfile: command(
    z.strictObject({ fromId: layoutProfile.shape.id, name: requiredLine(200), validFrom: isoDate }),
    ofProfile,
    layoutKeepers,
  ),
  /** Only a version that the office added. */
  removeProfile: command(ofProfile, nothing, layoutKeepers),
  /** Asks where to, and writes PDF/A-2b; null when called off. */
  exportPdf: task(
    z.strictObject({ source: printSource }),
    z.strictObject({ fileName: z.string(), pages: z.int(), unprintable }).nullable(),
    readOnly,
  ),
  /** Asks where to, and writes the whole conference file as one PDF with an index and numbered sheets. */
  exportConferenceFile: task(
    byId,
    z.strictObject({ fileName: z.string(), pages: z.int(), unprintable }).nullable(),
    readOnly,
  ),
  /** Asks where to, and writes the same paper as a DOCX file to go on with in Word; null when called off. */
  exportWord: task(
    z.strictObject({ source: printSource }),
    z.strictObject({ fileName: z.string() }).nullable(),
    readOnly,
  ),
  /**
   * Asks for a folder and writes one PDF for each document, none over another file; null when called off. What is only
   * on paper is left out and counted.
   */
  exportMany: task(
    z.strictObject({ ids: filed }),
    z
      .strictObject({
        folder: z.string(),
        fileNames: z.array(z.string()),
        pages: z.int(),
        onPaperOnly: z.int(),
        unprintable,
      })
      .nullable(),
    readOnly,
  ),
  /** Through the system's print dialog. */
  print: task(z.strictObject({ source: printSource, ...printWay }), nothing, readOnly),
  /** All pages of several documents as one job; what is only on paper is left out. */
  printMany: task(
    z.strictObject({ ids: printed, ...printWay }),
    z.strictObject({ onPaperOnly: z.int() }),
    readOnly,
  ),
};
