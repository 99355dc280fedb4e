import type { Database as Sqlite } from 'better-sqlite3';
import type { RowRule, RowRules } from '#main/api/context.ts';
import type { Image } from '#main/db/journal/image.ts';
import { lastImagesOf } from '#main/db/journal/past-rows.ts';
import type { AppError } from '#shared/errors.ts';
import { answeredOf } from './repository.ts';
import { correctingRefusal, replyRefusal, settlingRefusal } from './rules.ts';

const correcting = onOpinions(correctingRefusal);
const settling = onOpinions(settlingRefusal);

/** The same rules that the handlers ask. */
export const reviewRowRules: RowRules = {
  'reviews.give': correcting,
  'reviews.correct': correcting,
  'reviews.withdraw': correcting,
  'reviews.reply': {
    table: 'opinion_reply',
    refusals: (raw, actor, ids) =>
      refusalsOf(raw, 'opinion_reply', ids, (reply) => replyRefusal(actor, { actor: String(reply.actor) })),
  },
  'reviews.settle': settling,
  'reviews.reopen': settling,
};

function onOpinions(refusal: typeof correctingRefusal | typeof settlingRefusal): RowRule {
  return {
    table: 'opinion',
    refusals: (raw, actor, ids) => {
      const answered = answeredOf(raw, ids);
      return refusalsOf(raw, 'opinion', ids, (opinion) =>
        refusal(actor, {
          actor: String(opinion.actor),
          settledByName: opinion.outcome === null ? null : String(opinion.settled_by_name ?? ''),
          isAnswered: answered.has(String(opinion.id)),
        }),
      );
    },
  };
}

function refusalsOf(
  raw: Sqlite,
  table: RowRule['table'],
  rowIds: readonly string[],
  refusal: (row: Image) => AppError | null,
): ReadonlyMap<string, AppError> {
  const images = lastImagesOf(
    raw,
    rowIds.map((rowId) => ({ table, rowId })),
  );
  return new Map(
    [...images].flatMap(([id, image]) => {
      const refused = refusal(image);
      return refused ? [[id, refused] as const] : [];
    }),
  );
}
