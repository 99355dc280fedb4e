import type { CommandContext, QueryContext } from '#main/api/context.ts';
import { keepContent } from '#main/features/attachments/index.ts';
import { requireBody, requireName, requireTerm } from '#main/features/organisation/index.ts';
import { profileOn } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import { hasMoved } from '#main/references/references.ts';
import { ruleError } from '#shared/errors.ts';
import { counterOf, documentCode } from '#shared/features/documents/numbers.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import type { DocumentType } from '#shared/features/documents/types.ts';
import { type Issuer, issuerLines, regimeOf } from '#shared/features/organisation/issuers.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { bodyText } from '#shared/text-model/body.ts';
import { documentPrintModel } from '../papers/to-print.ts';
import { type Given, markIssued, updateDocument } from '../repository.ts';
import { stageOf } from '../way/steps-repository.ts';

type Wanted = { issuer: Issuer; type: DocumentType; date: string };
/** `last`: the newest number of the counter so far, with its day; `numbering`: how that counter runs. */
type Proposal = Given & {
  termOrdinal: number;
  last: { number: number; date: string } | null;
  numbering: LayoutProfile['numbering'];
};

/**
 * The number that a document would get on that day: the one wanted, else the next of its counter.
 * @throws AppError RULE notSetUp, noTermOnDate
 */
export async function proposeNumber(
  { db, services }: Pick<QueryContext, 'db' | 'services'>,
  { issuer, type, date }: Wanted,
  wanted?: number,
): Promise<Proposal> {
  const organisation = await requireBody(db);
  const term = requireTerm(organisation, date);
  const regime = regimeOf(issuer);
  const profile = profileOn(await listProfiles(db), regime, date);
  const counter = counterOf({ issuer, type, regime, date }, profile.numbering);
  const last = await services.numbering.last(db, term.id, counter);
  const number = wanted ?? (last?.number ?? 0) + 1;
  const bodySymbol = issuerLines(requireName(organisation, date), issuer).symbol;
  const code = documentCode(number, { type, regime, bodySymbol }, profile.head.number);
  const { numbering } = profile;
  return { termId: term.id, termOrdinal: term.ordinal, counter, number, code, date, last, numbering };
}

/** As above, for a number that is given now. @throws AppError RULE numberTaken as well */
export async function giveNumber(
  ctx: CommandContext,
  wanted: Wanted,
  number: number | undefined,
): Promise<Given> {
  const given = await proposeNumber(ctx, wanted, number);
  if (await ctx.services.numbering.find(ctx.db, given.termId, given.counter, given.number))
    throw ruleError('numberTaken', { number: given.number });
  return given;
}

/**
 * Gives the number, sets the pages and keeps them as bytes, all in the transaction of the command: a number exists with
 * its paper or not at all.
 * @throws AppError RULE notADraft, notApproved, movedSinceApproval, emptyBody, noTermOnDate, numberTaken; TYPESET_FAILED
 */
export async function issueDocument(
  ctx: CommandContext,
  draft: DocumentRecord,
  { date, number: wanted }: { date: string; number?: number | undefined },
): Promise<Given> {
  if (draft.status !== 'draft') throw ruleError('notADraft');
  if (bodyText(draft.body) === '') throw ruleError('emptyBody');
  const stage = await stageOf(ctx.db, draft.id);
  if (stage !== 'draft' && stage !== 'approved') throw ruleError(`notApproved.${stage}`);
  const given = await giveNumber(ctx, { ...draft, date }, wanted);
  // What the text follows is written down in it: later it says what was printed.
  const body = await ctx.services.references.settled(ctx.db, draft.body);
  if (stage !== 'approved') await updateDocument(ctx.db, draft.id, { ...draft, body });
  else if (hasMoved(draft.body, body)) throw ruleError('movedSinceApproval');
  const print = await documentPrintModel(ctx, { ...draft, body, number: given.number, date }, date);
  const { bytes, pages } = await ctx.services.typesetter.pdf(print);
  await markIssued(ctx.db, draft.id, given, { print, pages, pdfSha256: await keepContent(ctx.db, bytes) });
  return given;
}
