import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AgendaValues, agendaDrafts, newItem } from '#renderer/features/conferences/agenda-form.ts';
import { electionDraft, newElection } from '#renderer/features/conferences/decisions/election-draft.ts';
import { newVote, voteDraft } from '#renderer/features/conferences/decisions/vote-draft.ts';
import { documentForm } from '#renderer/features/documents/draft/document-form.ts';
import { readGrid } from '#renderer/features/indicators/grid-draft.ts';
import { nameDrafts, typedIssuers } from '#renderer/features/organisation/issuer-lines.ts';
import { setupForm, termForm } from '#renderer/features/organisation/term-form.ts';
import { profileForm, versionForm } from '#renderer/features/print/profile-form.ts';
import { labelOfDraft, type ReadForm, readDraft, writeDraft } from '#renderer/lib/forms/draft-text.ts';
import { type DraftForm, readerOf, shapeOf } from '#renderer/lib/forms/read-form.ts';
import { type ConferenceFields, conferenceFields, preset } from '#shared/features/conferences/schema.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import { memberFields } from '#shared/features/organisation/schema.ts';
import { phraseFields, usualLines } from '#shared/features/phrases/contract.ts';
import { opinionDraft } from '#shared/features/reviews/schema.ts';
import { layoutProfile } from '#shared/paper/profile.ts';
import { emptyBody } from '#shared/text-model/body.ts';
import { appRoot } from '../../support/test-app.ts';

/*
 * A draft of each form in each shape that it ever had, as it was written: `tests/fixtures/drafts` is never changed, only added
 * to. `…-before-…` are the shapes before fields were added.
 */

const folder = join(appRoot, 'tests/fixtures/drafts');
const rowOf = (name: string) =>
  JSON.stringify(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
const at = '2026-11-30T08:00:00.000Z';

const document: DocumentFields = {
  ...{ issuer: 'inspection', type: 'BC', conferenceId: null, date: null, draftRound: 3, urgency: 'none' },
  ...{
    circulation: 'none',
    subject: 'về việc khác',
    addressees: ['Chi bộ Nà Vạc'],
    bases: [],
    openingLine: '',
  },
  ...{ body: emptyBody, recipients: [], authority: '', signerTitle: '', signerName: '', copies: 5 },
  ...{ effectiveFrom: '2026-12-01', relations: [] },
};
const conference: ConferenceFields = {
  ...{ kind: 'cell', session: 'thematic', ordinal: 1, customTitle: 'Hội nghị chuyên đề', endsAt: null },
  ...{ startsAt: '2026-11-30T07:30', place: '', content: '', papers: '', invited: '', chairId: null },
  ...{ recorderName: '', conclusion: emptyBody },
};
const savedItem = {
  ...{ ...newItem('Đã lưu'), key: '0190c5a1-7b3e-7c11-8a00-000000000010' },
  ...{ papers: 'Tờ trình số 01', plannedAt: '2026-11-30T08:00' },
};
const layout = layoutProfile.parse(
  JSON.parse(readFileSync(join(appRoot, 'templates/profiles/hd05.json'), 'utf8')),
);
const organisation = {
  ...{ validFrom: '2026-01-01', validTo: null, name: '', parentLine: '', issuingLine: '', placeName: '' },
  ...{ symbol: '', committeeName: '', standingName: '', superiorLevel: '' },
  issuers: typedIssuers({ office: { symbol: 'VP' } }),
};
const { kind, ...presetRest } = { kind: 'cell' as const, agenda: [], expectedDocuments: '' };

type Form = { read: ReadForm<object>; shape: number };
function form<T extends object, P>(drafts: DraftForm<T, P>, record: T): Form {
  return { read: readerOf(drafts, () => record), shape: shapeOf(drafts) };
}

/** Each with a record that says something else than its drafts. */
const forms: Record<string, Form> = {
  document: form({ schema: documentForm }, document),
  conference: form({ schema: conferenceFields }, conference),
  agenda: form(agendaDrafts, { items: [savedItem] } satisfies AgendaValues),
  vote: form({ schema: voteDraft }, newVote('')),
  election: form({ schema: electionDraft }, newElection('')),
  preset: form(
    { schema: preset },
    {
      ...{ kind, ...presetRest, quorumNumerator: 1, quorumDenominator: 2 },
      ...{ quorumIsStrict: false, numbersMinutes: true },
    },
  ),
  name: form(nameDrafts, organisation),
  member: form(
    { schema: memberFields },
    { termId: '', fullName: '', validFrom: '', validTo: null, positions: [] },
  ),
  term: form({ schema: termForm }, { ordinal: 1, startsOn: '', endsOn: '' }),
  setup: form(
    { schema: setupForm },
    { commune: '', superior: '', placeName: '', termOrdinal: 1, termStartsOn: '' },
  ),
  phrase: form({ schema: phraseFields }, { abbreviation: '', text: '' }),
  'usual-lines': form({ schema: usualLines }, { basis: [], recipient: [] }),
  opinion: form(
    { schema: opinionDraft },
    { field: 'document', place: null, quote: '', kind: 'remark', text: '', proposed: '' },
  ),
  layout: form({ schema: profileForm }, layout),
  'layout-version': form({ schema: versionForm }, { validFrom: '', name: '' }),
  indicators: { read: readGrid, shape: 0 },
};

const names = readdirSync(folder).map((file) => file.replace('.json', ''));
const formOf = (name: string) =>
  forms[Object.keys(forms).find((one) => name === one || name.startsWith(`${one}-`)) ?? ''] ??
  expect.fail(`no form for ${name}`);
const drafts = names.map((name) => [name, formOf(name)] as const);

/** Every text that stands somewhere in it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('a draft of an earlier version', () => {
  it('is kept here of every form', () => {
    expect(Object.keys(forms).filter((one) => !names.includes(one))).toEqual([]);
  });

  it.each(drafts)('%s goes back into the form with every word', (name, { read }) => {
    const row = rowOf(name);
    let stored = JSON.parse(row);
    let part = readDraft({ value: row, at }, read);
    expect(labelOfDraft(row)).toBe(stored.label);
    for (;;) {
      expect(part.words).toBe('');
      expect([part.at, part.label]).toEqual([stored.at, stored.label]);
      const there = textsIn(part.form);
      expect(textsIn(stored.form).filter((text) => text !== '' && !there.includes(text))).toEqual([]);
      if (!stored.older) break;
      stored = stored.older;
      part = part.older ?? expect.fail('the older part is lost');
    }
  });

  it.each(drafts)('%s reads the same once it is written anew', (name, { read, shape }) => {
    const draft = readDraft({ value: rowOf(name), at }, read);
    expect(readDraft({ value: writeDraft(draft, shape), at }, read)).toEqual(draft);
  });

  it.each(drafts)('%s with a field that is gone offers the words of it', (name, { read }) => {
    const stored = JSON.parse(rowOf(name));
    stored.form.formerField = { lines: ['chữ của ô', 'nay đã bỏ'] };
    const { form, words } = readDraft({ value: JSON.stringify(stored), at }, read);
    expect(words).toBe('chữ của ô\nnay đã bỏ');
    expect(form).toEqual(readDraft({ value: rowOf(name), at }, read).form);
  });

  it.each(drafts)('%s that was cut off anywhere offers the words before the cut', (name, { read }) => {
    const row = rowOf(name);
    for (let length = 20; length < row.length; length += 97) {
      const { form, words } = readDraft({ value: row.slice(0, length), at }, read);
      expect(form).toBeNull();
      for (const word of row.slice(0, length).match(/(?<=[\s"])[\p{Lu}][\p{L}]+(?=[\s"])/gu) ?? [])
        expect(words, `${word} of the first ${length} letters`).toContain(word);
    }
  });
});

describe('what an earlier form did not have', () => {
  const read = (name: string) => readDraft({ value: rowOf(name), at }, formOf(name).read).form;

  it('is as in the record', () => {
    const { issuer, draftRound, copies, effectiveFrom, addressees } = document;
    const later = { issuer, draftRound, copies, effectiveFrom, addressees, urgency: 'none' };
    expect(read('document-before-issuers')).toMatchObject({
      ...later,
      type: 'NQ',
      signerName: 'Đinh Văn Rếp',
    });
    expect(read('conference-before-sessions')).toMatchObject({
      ...{ session: 'thematic', customTitle: 'Hội nghị chuyên đề', ordinal: 7 },
    });
    expect(read('name-before-issuers')).toMatchObject({ issuers: organisation.issuers, symbol: 'ĐU' });
  });

  it('of an item of the agenda is as in the item of the record, or blank', () => {
    expect(read('agenda-before-whole-meetings')).toMatchObject({
      items: [
        { title: 'Thông qua báo cáo', papers: 'Tờ trình số 01', plannedAt: '2026-11-30T08:00' },
        { title: 'Công tác cán bộ', papers: '', plannedAt: null, isCarriedOver: false },
      ],
    });
  });

  it('of the lines of a body is as they are typed now: a dash where none is printed', () => {
    const office = { parentLine: '-', issuingLine: 'VĂN PHÒNG ĐẢNG ỦY', symbol: 'VPĐU', authority: '-' };
    expect(read('name-with-stored-lines')).toMatchObject({ issuers: { office, cell: { symbol: '' } } });
    expect(read('name')).toMatchObject({ issuers: { office: { parentLine: '-', authority: '' } } });
  });
});

it('what is merely typed wrong stays where it was typed', () => {
  const read = (name: string) => readDraft({ value: rowOf(name), at }, formOf(name).read).form;
  expect(read('document')).toMatchObject({ copies: 'mười hai', date: '2026-02-31', subject: '' });
  expect(read('setup')).toMatchObject({ termOrdinal: 'hai hai', termStartsOn: null });
  expect(read('layout')).toMatchObject({ page: { leftMm: 'ba mươi' } });
});
