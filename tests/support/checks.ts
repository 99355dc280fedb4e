import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '#shared/features/documents/checks/check-document.ts';
import type { CheckFacts } from '#shared/features/documents/checks/rule.ts';
import type { CheckFinding, CheckRule } from '#shared/features/documents/checks/schema.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import { type DocumentFields, documentFields } from '#shared/features/documents/schema.ts';
import type { IndicatorRow } from '#shared/features/indicators/schema.ts';
import { regimeOf } from '#shared/features/organisation/issuers.ts';
import { nameOn, termOn } from '#shared/features/organisation/rules.ts';
import type { BodyName, Member, Term } from '#shared/features/organisation/schema.ts';
import { withRest } from '#shared/record.ts';
import type { Block, Body } from '#shared/text-model/body.ts';
import { appRoot } from './test-app.ts';

const folder = join(appRoot, 'tests/fixtures/checks');

/** A document of the fixtures: its body as lines, "# " and "## " before headings, "- " items, "| " rows, "**" bold. */
type Written = Record<string, unknown> & { body: string[]; conference?: string };

/** One fault put into a clean document. */
export type Planted = {
  rule: CheckRule;
  base: string;
  set?: Record<string, unknown>;
  replace?: [string, string];
  append?: string;
};

type Office = {
  today: string;
  names: BodyName[];
  terms: Term[];
  members: Member[];
  indicators: IndicatorRow[];
  registered: CheckFacts['registered'];
  registerSince: string | null;
};

const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const office = read('office.json') as Office;

export const planted = read('planted.json') as Planted[];

export const cleanNames = readdirSync(join(folder, 'clean')).map((file) => file.replace('.json', ''));

export function checkClean(name: string): CheckFinding[] {
  return check(read(`clean/${name}.json`) as Written);
}

/** What is found in a clean document with the one fault in it, and the document; throws when it could not be put in. */
export function checkPlanted({ base, set, replace, append }: Planted): Checked {
  let text = readFileSync(join(folder, `clean/${base}.json`), 'utf8');
  if (replace) {
    const [from, to] = replace.map((one) => JSON.stringify(one).slice(1, -1)) as [string, string];
    if (!text.includes(from) && from !== to) throw new Error(`${base}: no "${from}"`);
    text = text.replace(from, () => to);
  }
  const written = { ...(JSON.parse(text) as Written), ...set };
  if (append) written.body = [...written.body, append];
  const { body, conference = null, ...rest } = written;
  const document = fieldsOf(rest, bodyOf(body));
  return { document, conference, findings: checkFields(document, conference) };
}

export type Checked = { document: DocumentFields; conference: string | null; findings: CheckFinding[] };

export function checkFields(document: DocumentFields, conference: string | null): CheckFinding[] {
  return checkDocument(factsOf(document, conference));
}

/** The document with the fix of a finding put in. */
export function mended(document: DocumentFields, { place, fix }: CheckFinding): DocumentFields {
  const { field, index, part, from, to } = place;
  if (!fix) throw new Error('no fix');
  const put = (text: string) => text.slice(0, from) + fix.text + text.slice(to);
  if (field === 'body') {
    const body = structuredClone(document.body);
    const block = body.content[index];
    const paragraphs =
      block?.type === 'bulletList'
        ? block.content.flatMap((item) => item.content)
        : block?.type === 'paragraph' || block?.type === 'heading'
          ? [block]
          : [];
    const found = paragraphs[part];
    if (!found) throw new Error('no such paragraph');
    const words = (found.content ?? []).map((node) => (node.type === 'text' ? node.text : '')).join('');
    found.content = inline(put(words));
    return { ...document, body };
  }
  const value = document[field];
  if (typeof value === 'string') return { ...document, [field]: put(value) };
  const lines = ((value ?? []) as string[]).map((line, i) =>
    i === index && fix.kind === 'replace' ? put(line) : line,
  );
  return { ...document, [field]: fix.kind === 'append' ? [...lines, fix.text] : lines };
}

function check({ body, conference, ...rest }: Written): CheckFinding[] {
  return checkDocument(factsOf(fieldsOf(rest, bodyOf(body)), conference ?? null));
}

function fieldsOf(rest: Record<string, unknown>, body: Body): DocumentFields {
  return documentFields.parse({ ...withRest(documentRecord, {}), ...rest, body });
}

/** What the program gathers for a document of the office of the fixtures. */
export function factsOf(
  document: DocumentFields,
  conferenceDay: string | null,
): Omit<CheckFacts, 'passages'> {
  const { names, terms, members, ...known } = office;
  const day = document.date ?? office.today;
  const organisation = { bodyId: null, names, terms };
  const name = nameOn(organisation, day) ?? null;
  const term = termOn(organisation, day);
  const regime = regimeOf(document.issuer);
  return {
    ...known,
    document,
    terms,
    name,
    otherNames: names.filter((one) => one !== name),
    members: members.filter(({ termId }) => termId === term?.id),
    regime,
    profileId: regime === 'state' ? 'nd30' : day >= '2026-05-27' ? 'hd05' : 'hd36',
    conferenceDay,
  };
}

function bodyOf(lines: readonly string[]): Body {
  const content: Block[] = [];
  for (const line of lines) {
    const heading = /^(#{1,3}) (.*)$/u.exec(line);
    const last = content.at(-1);
    if (heading) {
      const level = ([1, 2, 3] as const).find((one) => one === heading[1]?.length) ?? 1;
      content.push({ type: 'heading', attrs: { level }, content: inline(heading[2] ?? '') });
    } else if (line.startsWith('- ')) {
      const item = { type: 'listItem' as const, content: [paragraph(line.slice(2))] };
      if (last?.type === 'bulletList') last.content.push(item);
      else content.push({ type: 'bulletList', content: [item] });
    } else if (line.startsWith('| ')) {
      const isHead = last?.type !== 'table';
      const row = {
        type: 'tableRow' as const,
        content: line
          .slice(2)
          .split('|')
          .map((cell) => ({
            type: 'tableCell' as const,
            attrs: { header: isHead },
            content: [paragraph(cell.trim())],
          })),
      };
      if (last?.type === 'table') last.content.push(row);
      else content.push({ type: 'table', content: [row] });
    } else content.push(paragraph(line));
  }
  return { type: 'doc', content };
}

function paragraph(text: string) {
  return { type: 'paragraph' as const, content: inline(text) };
}

function inline(text: string) {
  return text
    .split('**')
    .map((part, i) => ({
      type: 'text' as const,
      text: part,
      ...(i % 2 === 1 && { marks: [{ type: 'bold' as const }] }),
    }))
    .filter((node) => node.text !== '');
}
