import type { Kysely } from 'kysely';
import type { Actor } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';
import { type ReadVersions, readVersions } from '#main/features/documents/index.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import { findQuote, follower } from '#shared/features/reviews/follow.ts';
import { fieldWords, partText } from '#shared/features/reviews/letters.ts';
import { inTextOrder } from '#shared/features/reviews/order.ts';
import { longestQuote, type Opinion, type Pin, type Standing } from '#shared/features/reviews/schema.ts';
import { clausesOf } from '#shared/text-model/clauses.ts';
import { listOpinions, listReplies, type StoredOpinion } from './repository.ts';
import { maySettle } from './rules.ts';

type Db = Kysely<Database>;
type Asked = { actor: Actor; edits?: DocumentFields | undefined };

/**
 * The opinions in the order of the text, each with where its words stand now.
 * @throws AppError NOT_FOUND without the document
 */
export async function opinionsOn(
  db: Db,
  documentId: string,
  { actor, edits }: Asked,
): Promise<{ seq: number; opinions: Opinion[] }> {
  const stored = await listOpinions(db, documentId);
  const seqs = stored.flatMap(({ seq, settled }) => (settled ? [seq, settled.seq] : [seq]));
  const versions = await requireVersions(db, documentId, [...new Set(seqs)]);
  const after = edits ?? versions.now;
  const replies = Map.groupBy(await listReplies(db, documentId), ({ opinionId }) => opinionId);
  const follow = followers(versions, after);
  const opinions = stored.map((opinion): Opinion => {
    const { documentId: _, actor: giver, settled, ...told } = opinion;
    const standing = follow(opinion);
    const own = replies.get(opinion.id) ?? [];
    const isMine = giver === actor.id;
    return {
      ...told,
      draftRound: roundOf(versions, opinion.seq),
      standing,
      clause: clauseOf(versions, after, opinion, standing),
      replies: own.map(({ id, text, at, actorName }) => ({ id, text, at, actorName })),
      settled: settled && {
        outcome: settled.outcome,
        reason: settled.reason,
        at: settled.at,
        actorName: settled.actorName,
        seq: settled.seq,
        draftRound: roundOf(versions, settled.seq),
      },
      isMine,
      maySettle: maySettle(actor, opinion),
      mayCorrect: isMine && own.length === 0 && settled === null,
    };
  });
  return { seq: versions.seq, opinions: inTextOrder(opinions) };
}

/** One comparison for all opinions on the same text, though other fields of the document were saved between them. */
function followers(versions: ReadVersions, after: DocumentFields): (opinion: StoredOpinion) => Standing {
  const byText = new Map<string, ReturnType<typeof follower>>();
  const bySeq = new Map<number, ReturnType<typeof follower>>();
  return (opinion) => {
    const before = versions.kept.get(opinion.seq);
    if (!before) return opinion.place ? findQuote(after.body, opinion.quote) : { state: 'kept', place: null };
    if (opinion.field !== 'body') return follower(before, after)(opinion);
    const known = bySeq.get(opinion.seq);
    if (known) return known(opinion);
    const text = JSON.stringify(before.body);
    const follow = byText.get(text) ?? follower(before, after);
    byText.set(text, follow);
    bySeq.set(opinion.seq, follow);
    return follow(opinion);
  };
}

function roundOf({ kept }: ReadVersions, seq: number): number | null {
  return kept.get(seq)?.draftRound ?? null;
}

/** Of words that are gone, the clause that they stood in then. */
function clauseOf(
  { kept }: ReadVersions,
  after: DocumentFields,
  { seq, place }: StoredOpinion,
  standing: Standing,
): string {
  const isGone = standing.state === 'removed';
  const index = isGone ? place?.index : standing.place?.index;
  const text = isGone ? kept.get(seq) : after;
  if (index === undefined || !text) return '';
  return clausesOf(text.body).findLast(({ at }) => at <= index)?.label ?? '';
}

/** The version that is stored now. @throws AppError NOT_FOUND */
export async function versionNow(db: Db, documentId: string): Promise<number> {
  return (await requireVersions(db, documentId, [])).seq;
}

/**
 * The version that a new opinion is pinned to, once its words were found there; what was changed since then only makes it
 * stand elsewhere.
 * @throws AppError NOT_FOUND without the document; RULE when it had no such version, or the words do not stand there
 */
export async function requirePinned(
  db: Db,
  documentId: string,
  seq: number | null,
  { field, place, quote }: Pin,
): Promise<{ seq: number; place: Pin['place']; quote: string }> {
  const versions = await requireVersions(db, documentId, seq === null ? [] : [seq]);
  const read = seq === null ? versions.now : versions.kept.get(seq);
  if (!read) throw ruleError('opinionVersionGone');
  const pinned = { seq: seq ?? versions.seq };
  if (field !== 'body')
    return { ...pinned, place: null, quote: fieldWords(read, field).slice(0, longestQuote) };
  const text = place && partText(read.body, place.index, place.part);
  if (!place || text === null || place.from > text.length || (place.to ?? 0) > text.length)
    throw ruleError('opinionWordsGone');
  const words = (place.to === null ? text : text.slice(place.from, place.to)).slice(0, longestQuote);
  if (words !== quote || (place.to !== null && place.to <= place.from)) throw ruleError('opinionWordsGone');
  return { ...pinned, place, quote };
}

async function requireVersions(db: Db, documentId: string, seqs: readonly number[]): Promise<ReadVersions> {
  const versions = await readVersions(db, documentId, seqs);
  if (!versions) throw new AppError('NOT_FOUND', { reason: 'reviewedDocument' });
  return versions;
}
