import type { Client } from '#shared/contract.ts';
import { type Body, bodyText } from '#shared/text-model/body.ts';

/** What an office sees of its records on a day, in the order of their ids and without what later programs may add. */
export type Shown = {
  documents: { id: string; status: string; subject: string; text: string }[];
  conferences: { id: string; content: string; conclusion: string; said: string[] }[];
  indicators: { id: string; period: string; plan: string | null; actual: string | null }[];
};

export async function shownBy(call: Client): Promise<Shown> {
  const documents: Shown['documents'] = [];
  for (const { id, status, subject } of await call.documents.list({}))
    documents.push({ id, status, subject, text: bodyText((await call.documents.get({ id })).body) });
  const conferences: Shown['conferences'] = [];
  for (const { id, content } of await call.conferences.list({})) {
    const { agenda, conclusion } = await call.conferences.get({ id });
    const said = agenda.map(({ title, discussion }) => `${title}: ${oneLine(discussion)}`);
    conferences.push({ id, content, conclusion: oneLine(conclusion), said });
  }
  const indicators = (await call.indicators.list({})).map(({ id, period, plan, actual }) => ({
    id,
    period,
    plan,
    actual,
  }));
  const key = (one: { id: string; period?: string }) => `${one.id} ${one.period ?? ''}`;
  const sorted = <T extends { id: string }>(rows: T[]) => rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    documents: sorted(documents),
    conferences: sorted(conferences),
    indicators: sorted(indicators),
  };
}

function oneLine(body: Body): string {
  return bodyText(body).replaceAll('\n', ' / ');
}
