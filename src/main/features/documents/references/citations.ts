import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { AppError } from '#shared/errors.ts';
import { citingName } from '#shared/features/documents/citing.ts';
import type { ClauseNow, DocumentRecord } from '#shared/features/documents/schema.ts';
import { type Clause, clausesOf, placeId } from '#shared/text-model/clauses.ts';
import { findCited } from './repository.ts';

type Db = Kysely<Database>;
type Cited = { documentId: string; clauseId: string };

/** Its clauses; those of a text that cannot change any more all have an id. */
export function citableClauses({ status, body }: Pick<DocumentRecord, 'status' | 'body'>): Clause[] {
  const clauses = clausesOf(body);
  return status === 'draft' ? clauses : clauses.map((one) => ({ ...one, id: one.id ?? placeId(one.at) }));
}

/** How clauses of other documents are called now. Without a label: it is gone, `fault` says what. */
export async function citedClauses(db: Db, refs: readonly Cited[]): Promise<(ref: Cited) => ClauseNow> {
  const known = new Map<string, { name: string; isVoided: boolean; labels: Map<string, string> }>();
  const ids = [...new Set(refs.map(({ documentId }) => documentId))];
  for (const document of await findCited(db, ids)) {
    const labels = citableClauses(document).flatMap(({ id, label }) =>
      id === null ? [] : [[id, label] as const],
    );
    known.set(document.id, {
      name: citingName(document),
      isVoided: document.status === 'voided',
      labels: new Map(labels),
    });
  }
  return ({ documentId, clauseId }) => {
    const document = known.get(documentId);
    if (!document) return { label: null, fault: 'documentGone' };
    const clause = document.labels.get(clauseId);
    if (clause === undefined) return { label: null, fault: 'clauseGone' };
    return { label: `${clause} ${document.name}`, fault: document.isVoided ? 'voided' : null };
  };
}

/**
 * The draft's text in which the heading at that place has an id.
 * @throws AppError CONFLICT when another text stands there by now
 */
export function withClauseId(
  { body }: Pick<DocumentRecord, 'body'>,
  { at, title }: Pick<Clause, 'at' | 'title'>,
  newId: () => string,
): { body: DocumentRecord['body']; clauseId: string } {
  const meant = clausesOf(body).find((one) => one.at === at && one.title === title);
  if (!meant) throw new AppError('CONFLICT');
  if (meant.id !== null) return { body, clauseId: meant.id };
  const clauseId = newId();
  const content = body.content.map((block, place) =>
    place === at && block.type === 'heading' ? { ...block, attrs: { ...block.attrs, id: clauseId } } : block,
  );
  return { body: { ...body, content }, clauseId };
}
