import type { Actor } from '#main/api/context.ts';
import type { Reading } from '#main/db/open.ts';
import { type ReadVersions, readVersions } from '#main/features/documents/index.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import { findQuote, follower } from '#shared/features/reviews/follow.ts';
import { fieldWords, partText } from '#shared/features/reviews/letters.ts';
import { inTextOrder } from '#shared/features/reviews/order.ts';
import { longestQuote, type Opinion, type Pin, type Standing } from '#shared/features/reviews/schema.ts';
import { clausesOf } from '#shared/text-model/clauses.ts';
import { listOpinions, listReplies, type StoredOpinion } from './repository.ts';
import { correctingRefusal, settlingRefusal } from './rules.ts';

type Asked = { actor: Actor; edits?: DocumentFields | undefined };

/**
 * The opinions in the order of the text, each with where its words stand now.
 * @throws AppError NOT_FOUND without the document
 */
export async function opinionsOn(
  store: Reading,
  documentId: string,
  { actor, edits }: Asked,
): Promise<{ version: string; opinions: Opinion[] }> {
  const { db } = store;
  const stored = await listOpinions(db, documentId);
  const read = stored.flatMap(({ version, settled }) => (settled ? [version, settled.version] : [version]));
  const versions = await requireVersions(store, documentId, [...new Set(read)]);
  const after = edits ?? versions.now;
  const replies = Map.groupBy(await listReplies(db, documentId), ({ opinionId }) => opinionId);
  const follow = followers(versions, after);
  const opinions = stored.map((opinion): Opinion => {
    const { documentId: _, actor: giver, settled, ...told } = opinion;
    const standing = follow(opinion);
    const own = replies.get(opinion.id) ?? [];
    const isAnswered = own.length > 0;
    const facts = { actor: giver, settledByName: settled?.actorName ?? null, isAnswered };
    return {
      ...told,
      draftRound: roundOf(versions, opinion.version),
      standing,
      clause: clauseOf(versions, after, opinion, standing),
      replies: own.map(({ id, text, at, actorName }) => ({ id, text, at, actorName })),
      settled: settled && {
        outcome: settled.outcome,
        reason: settled.reason,
        at: settled.at,
        actorName: settled.actorName,
        version: settled.version,
        draftRound: roundOf(versions, settled.version),
      },
      isMine: giver === actor.id,
      maySettle: settlingRefusal(actor, facts) === null,
      mayCorrect: correctingRefusal(actor, facts) === null,
    };
  });
  return { version: versions.version, opinions: inTextOrder(opinions) };
}

/** One comparison for all opinions on the same text, though other fields of the document were saved between them. */
function followers(versions: ReadVersions, after: DocumentFields): (opinion: StoredOpinion) => Standing {
  const byText = new Map<string, ReturnType<typeof follower>>();
  const byVersion = new Map<string, ReturnType<typeof follower>>();
  return (opinion) => {
    const before = versions.kept.get(opinion.version);
    if (!before) return opinion.place ? findQuote(after.body, opinion.quote) : { state: 'kept', place: null };
    if (opinion.field !== 'body') return follower(before, after)(opinion);
    const known = byVersion.get(opinion.version);
    if (known) return known(opinion);
    const text = JSON.stringify(before.body);
    const follow = byText.get(text) ?? follower(before, after);
    byText.set(text, follow);
    byVersion.set(opinion.version, follow);
    return follow(opinion);
  };
}

function roundOf({ kept }: ReadVersions, version: string): number | null {
  return kept.get(version)?.draftRound ?? null;
}

/** Of words that are gone, the clause that they stood in then. */
function clauseOf(
  { kept }: ReadVersions,
  after: DocumentFields,
  { version, place }: StoredOpinion,
  standing: Standing,
): string {
  const isGone = standing.state === 'removed';
  const index = isGone ? place?.index : standing.place?.index;
  const text = isGone ? kept.get(version) : after;
  if (index === undefined || !text) return '';
  return clausesOf(text.body).findLast(({ at }) => at <= index)?.label ?? '';
}

/** The version that is stored now. @throws AppError NOT_FOUND */
export async function versionNow(store: Reading, documentId: string): Promise<string> {
  return (await requireVersions(store, documentId, [])).version;
}

/**
 * The version that a new opinion is pinned to, once its words were found there; what was changed since then only makes it
 * stand elsewhere.
 * @throws AppError NOT_FOUND without the document; RULE when it had no such version, or the words do not stand there
 */
export async function requirePinned(
  store: Reading,
  documentId: string,
  version: string | null,
  { field, place, quote }: Pin,
): Promise<{ version: string; place: Pin['place']; quote: string }> {
  const versions = await requireVersions(store, documentId, version === null ? [] : [version]);
  const read = version === null ? versions.now : versions.kept.get(version);
  if (!read) throw ruleError('opinionVersionGone');
  const pinned = { version: version ?? versions.version };
  if (field !== 'body')
    return { ...pinned, place: null, quote: fieldWords(read, field).slice(0, longestQuote) };
  const text = place && partText(read.body, place.index, place.part);
  if (!place || text === null || place.from > text.length || (place.to ?? 0) > text.length)
    throw ruleError('opinionWordsGone');
  const words = (place.to === null ? text : text.slice(place.from, place.to)).slice(0, longestQuote);
  if (words !== quote || (place.to !== null && place.to <= place.from)) throw ruleError('opinionWordsGone');
  return { ...pinned, place, quote };
}

async function requireVersions(
  store: Reading,
  documentId: string,
  asked: readonly string[],
): Promise<ReadVersions> {
  const versions = await readVersions(store, documentId, asked);
  if (!versions) throw new AppError('NOT_FOUND', { reason: 'reviewedDocument' });
  return versions;
}
