import type { QueryContext } from '#main/api/context.ts';
import { findConference } from '#main/features/conferences/index.ts';
import { dayObjections } from '#shared/features/documents/day-objections.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import type { FinalAct, Objection } from '#shared/objections.ts';
import { showDate } from '#shared/text/dates.ts';
import { bodyText } from '#shared/text-model/body.ts';
import { codes } from './codes.ts';
import { forceOn } from './register/in-force.ts';
import { documentsOfConference } from './repository.ts';
import { requireDocument } from './require.ts';

type Context = Pick<QueryContext, 'db' | 'today'>;

/** What the day, the text and the effect of a document say against an act on it, or on its conference. */
export async function documentObjections(ctx: Context, act: FinalAct): Promise<Objection[]> {
  if ('conferenceId' in act)
    return act.act === 'close' ? issuedTooEarly(ctx, act.conferenceId) : issuedFromIt(ctx, act.conferenceId);
  const document = await requireDocument(ctx.db, act.documentId);
  if (act.act === 'void') return effects(ctx, document);
  const date = act.act === 'issue' ? act.date : document.date;
  return [
    ...(date === null ? [] : dayObjections(date, ctx.today())),
    ...(isEmpty(document) ? [{ id: 'noText', params: {}, place: null } as const] : []),
    ...(await checked(ctx, { ...document, date })),
  ];
}

/** No word, and nothing that stands for words, as a table of indicators does. */
function isEmpty({ body }: DocumentRecord): boolean {
  return bodyText(body) === '' && body.content.every(({ type }) => type === 'paragraph');
}

/** The checks, asked for the day that is to be given; what they say of that day is said in words. */
async function checked({ db, today }: Context, document: DocumentRecord): Promise<Objection[]> {
  // Loaded when it is asked for, as the checks are everywhere.
  const { findingsOf } = await import('./checks/findings.ts');
  const findings = await findingsOf(db, document, today());
  const told: Objection[] = [];
  let faults = 0;
  let doubts = 0;
  for (const { rule, params, severity } of findings) {
    if (rule === 'dateBeforeConference' && document.conferenceId)
      told.push({ id: 'beforeConference', params, place: { kind: 'conference', id: document.conferenceId } });
    else if (rule === 'noTermOnDate') told.push({ id: 'outsideTerm', params, place: { kind: 'settings' } });
    // A day ahead was told already.
    else if (rule === 'dateFarAhead') continue;
    else if (severity === 'fault') faults += 1;
    else doubts += 1;
  }
  const place = { kind: 'checks' } as const;
  if (faults > 0) told.push({ id: 'checkFaults', params: { count: faults }, place });
  if (doubts > 0) told.push({ id: 'checkDoubts', params: { count: doubts }, place });
  return told;
}

/** A number that is taken away takes its effect with it. */
async function effects({ db, today }: Context, { id, relations }: DocumentRecord): Promise<Objection[]> {
  const found: Objection[] = [];
  if (relations.length > 0)
    found.push({ id: 'changesOthers', params: { count: relations.length }, place: null });
  const [force] = await forceOn(db, { on: today(), id });
  const [later] = force?.changes ?? [];
  if (later)
    found.push({
      id: 'changedBy',
      params: { codes: [...new Set(force?.changes.map(({ code }) => code))].join(', ') },
      place: { kind: 'document', id: later.documentId },
    });
  return found;
}

/** What was issued on the minutes says what they said. */
async function issuedFromIt({ db }: Context, conferenceId: string): Promise<Objection[]> {
  const documents = await documentsOfConference(db, conferenceId, await codes(db));
  return documents.flatMap(({ id, code, status }) =>
    status === 'issued' ? [{ id: 'issuedFromIt', params: { code }, place: { kind: 'document', id } }] : [],
  );
}

/** What a conference passed cannot be older than the conference. */
async function issuedTooEarly({ db }: Context, conferenceId: string): Promise<Objection[]> {
  const conference = await findConference(db, conferenceId);
  if (!conference) return [];
  const day = conference.startsAt.slice(0, 10);
  const documents = await documentsOfConference(db, conferenceId, await codes(db));
  return documents.flatMap(({ id, code, date, status }) => {
    if (status !== 'issued' || date === null || date >= day) return [];
    const params = { code, date: showDate(date), conference: showDate(day) };
    return [{ id: 'issuedBefore', params, place: { kind: 'document', id } }];
  });
}
