import { describe, expect, it } from 'vitest';
import { builtInProfiles } from '#main/paper/profiles.ts';
import { type AgendaDraft, type AgendaValues, newItem } from '#renderer/features/conferences/agenda-form.ts';
import { toldCandidates } from '#renderer/features/conferences/decisions/election-draft.ts';
import { toldNamed } from '#renderer/features/conferences/decisions/vote-draft.ts';
import { toldAgenda } from '#renderer/features/conferences/told-agenda.ts';
import { toldIssuers, typedIssuers } from '#renderer/features/organisation/issuer-lines.ts';
import { toldPositions } from '#renderer/features/organisation/PositionFields.tsx';
import { toldLayout } from '#renderer/features/print/told-layout.ts';
import {
  chosenOf,
  differencesOf,
  linesOf,
  partsOf,
  type Told,
  type ToldField,
} from '#renderer/lib/forms/differences.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import { sayVietnamese as say } from '#shared/i18n/translate.ts';
import { type Block, bodyFromLines } from '#shared/text-model/body.ts';
import type { Line } from '#shared/text-model/compare/lines.ts';
import type { LineChange } from '#shared/text-model/compare/schema.ts';

const words = (cells: Line['cells']) =>
  cells.map((cell) => cell.map((token) => (token.type === 'text' ? token.text : '')).join('')).join(' | ');
const shown = (value: unknown, field?: ToldField, names = {}) =>
  linesOf(say, value, field, names).map(({ cells }) => words(cells));
const told = (lines: readonly LineChange[]) =>
  lines.map(
    ({ kind, cells }) => `${kind}: ${words(cells.map((cell) => cell.flatMap(({ content }) => content)))}`,
  );

const { fields } = documentRecord;

describe('a value is told', () => {
  it.each<[what: string, value: unknown, field: ToldField | undefined, lines: string[]]>([
    ['words', 'về nhiệm vụ', fields.subject, ['về nhiệm vụ']],
    ['several lines', 'T/M ĐẢNG ỦY\nBÍ THƯ', fields.authority, ['T/M ĐẢNG ỦY', 'BÍ THƯ']],
    ['nothing', null, fields.copies, []],
    ['no words', '', fields.subject, []],
    ['a choice', 'urgent', fields.urgency, ['Khẩn']],
    ['a day', '2021-12-24', fields.date, ['24/12/2021']],
    ['a number', 3, fields.copies, ['3']],
    ['a list', ['Chi bộ 1', 'Chi bộ 2'], fields.recipients, ['Chi bộ 1', 'Chi bộ 2']],
    ['a type', 'NQ', fields.type, ['Nghị quyết']],
    ['yes and no', true, undefined, ['có']],
    ['what the record is called that it names', 'c1', fields.conferenceId, ['Hội nghị lần thứ 7']],
    [
      'items that name a record',
      [{ kind: 'replaces', documentId: 'd1', part: 'mục I' }],
      fields.relations,
      ['Thay thế mục I Nghị quyết 12-NQ/ĐU'],
    ],
    ['who voted how', [{ name: 'Đinh Văn Rếp', choice: 'inFavour' }], toldNamed, ['Đinh Văn Rếp: Tán thành']],
    [
      'candidates',
      [
        { fullName: 'Đinh Văn Rếp', title: 'Đảng ủy viên', votes: 12 },
        { fullName: 'Đinh Thị Yến', title: '', votes: null },
      ],
      toldCandidates,
      ['Đinh Văn Rếp, Đảng ủy viên: 12', 'Đinh Thị Yến'],
    ],
    [
      'positions',
      [{ role: 'secretary', title: 'Bí thư Đảng ủy', validFrom: '2020-06-01', validTo: null }],
      toldPositions,
      ['Bí thư Đảng ủy (bí thư), 01/06/2020 – nay'],
    ],
    ['lines of issuers', typedIssuers({ office: { symbol: 'VPĐU' } }), toldIssuers, ['Văn phòng: VPĐU']],
    ['what nobody knows, by its words', [{ id: 'x', text: 'một hai' }], undefined, ['x, một hai']],
  ])('%s', (_, value, field, lines) => {
    const names = { c1: 'Hội nghị lần thứ 7', d1: 'Nghị quyết 12-NQ/ĐU' };
    expect(shown(value, field, names)).toEqual(lines);
  });

  it('a text, a paragraph or a row of a table a line, what is filled in by its name', () => {
    const cell = (text: string) => ({
      type: 'tableCell' as const,
      attrs: { header: false },
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
    });
    const table: Block = {
      type: 'table',
      content: [{ type: 'tableRow', content: [cell('Thôn'), cell('Hộ')] }],
    };
    const appendix: Block = { type: 'appendix', attrs: { title: 'Biểu 01', isLandscape: false } };
    const content = [...bodyFromLines(['Đoạn một.', 'Đoạn hai.']).content, table, appendix];
    expect(shown({ type: 'doc', content }, fields.body)).toEqual([
      'Đoạn một.',
      'Đoạn hai.',
      'Thôn | Hộ',
      'Biểu 01',
    ]);
  });
});

type Note = { title: string; lines: string[]; flag: boolean };
const note = (title: string, lines: string[], flag = false): Note => ({ title, lines, flag });
const toldNote: Told<Note> = { fields: { title: fields.subject, lines: { label: 'documents.field.bases' } } };
const trimmed = (value: Note): Note => ({ ...value, title: value.title.trim() });

function compared(saved: Note, typed: Note, begun: Note | null) {
  const parts = partsOf(say, toldNote, { saved, typed }, {}, (field) => `ô ${field}`);
  return { parts, differences: differencesOf(parts, { saved, typed, begun }, trimmed) };
}

describe('what is saved and what is typed', () => {
  it('are compared field by field, by the names of the record or of the control', () => {
    const { differences } = compared(
      note('về việc một', ['a', 'b'], true),
      note('về việc hai ', ['a', 'c', 'b']),
      null,
    );
    expect(differences.map(({ label, lines }) => [label, told(lines)])).toEqual([
      ['Trích yếu', ['changed: về việc mộthai']],
      ['Căn cứ', ['same: a', 'added: c', 'same: b']],
      ['ô flag', ['changed: cókhông']],
    ]);
  });

  it('do not differ in what the schema would take away', () => {
    expect(compared(note('một', []), note(' một ', []), null).differences).toEqual([]);
  });

  it('are told apart by who changed what: only what is typed here is kept to begin with', () => {
    const begun = note('một', ['a']);
    const { differences } = compared(note('một', ['a', 'b']), note('hai', ['a']), begun);
    expect(differences.map(({ id, isTyped }) => [id, isTyped])).toEqual([
      ['title', true],
      ['lines', false],
    ]);
    const unknown = compared(note('một', ['a', 'b']), note('hai', ['a']), null).differences;
    expect(unknown.map(({ isTyped }) => isTyped)).toEqual([null, null]);
  });

  it('are put together as it was chosen', () => {
    const [saved, typed] = [note('một', ['a', 'b']), note('hai', ['a'], true)];
    const { parts } = compared(saved, typed, null);
    const taken = (...ids: string[]) =>
      chosenOf(
        typed,
        saved,
        parts.filter(({ id }) => ids.includes(id)),
      );
    expect(taken()).toEqual(typed);
    expect(taken('lines')).toEqual(note('hai', ['a', 'b'], true));
    expect(taken('title', 'lines', 'flag')).toEqual(saved);
  });

  it('are said to be the same words where only their look or their place in the outline differs', () => {
    const body = (level: number, marks: { type: 'bold' }[] = []) => ({
      type: 'doc' as const,
      content: [
        {
          type: 'heading' as const,
          attrs: { level },
          content: [{ type: 'text' as const, text: 'một', marks }],
        },
      ],
    });
    const of = (saved: object, typed: object) =>
      differencesOf(
        partsOf<object>(say, {}, { saved: { saved }, typed: { saved: typed } }, {}, String),
        { saved: { saved }, typed: { saved: typed }, begun: null },
        (value) => value,
      ).map(({ isOnlyLook, lines }) => [isOnlyLook, lines[0]?.cells[0]?.[0]?.kind]);
    expect(of(body(1), body(2))).toEqual([[true, 'same']]);
    expect(of(body(1), body(1, [{ type: 'bold' }]))).toEqual([[false, 'styled']]);
  });
});

describe('an agenda', () => {
  const item = (key: string, title: string, said = ''): AgendaDraft => ({
    ...newItem(title),
    key,
    discussion: bodyFromLines(said ? [said] : []),
  });
  const agenda = (...items: AgendaDraft[]): AgendaValues => ({ items });
  const [one, two, three] = [item('1', 'Báo cáo'), item('2', 'Thảo luận'), item('3', 'Biểu quyết')];

  function choose(saved: AgendaValues, typed: AgendaValues, ...ids: string[]): AgendaValues {
    const parts = partsOf(say, toldAgenda, { saved, typed }, {}, String);
    return chosenOf(
      typed,
      saved,
      parts.filter(({ id }) => ids.includes(id)),
    );
  }
  const differing = (saved: AgendaValues, typed: AgendaValues) =>
    differencesOf(
      partsOf(say, toldAgenda, { saved, typed }, {}, String),
      { saved, typed, begun: null },
      (value) => value,
    ).map(({ label, lines }) => [label, told(lines)]);

  it('is chosen item by item: two people write down two items of one meeting', () => {
    const saved = agenda(item('1', 'Báo cáo', 'Đồng chí Rếp nêu.'), two);
    const typed = agenda(one, item('2', 'Thảo luận', 'Đồng chí Yến nêu.'));
    expect(differing(saved, typed)).toEqual([
      ['Nội dung 1', ['same: Báo cáo', 'removed: Thảo luận:', 'removed: Đồng chí Rếp nêu.']],
      ['Nội dung 2', ['same: Thảo luận', 'added: Thảo luận:', 'added: Đồng chí Yến nêu.']],
    ]);
    expect(choose(saved, typed, '1').items).toEqual([saved.items[0], typed.items[1]]);
  });

  it('takes items that came or went, at their place', () => {
    expect(choose(agenda(one, two, three), agenda(one, three), '2')).toEqual(agenda(one, two, three));
    expect(choose(agenda(two, one), agenda(one), '2')).toEqual(agenda(two, one));
    expect(choose(agenda(one, three), agenda(one, two, three), '2')).toEqual(agenda(one, three));
    expect(choose(agenda(one, two), agenda(), '1', '2')).toEqual(agenda(one, two));
  });

  it('takes the order of what both have, and leaves the others where they are', () => {
    const [saved, typed] = [agenda(two, one), agenda(one, three, two)];
    expect(differing(saved, typed)[0]).toEqual([
      'Thứ tự các nội dung',
      ['removed: Thảo luận', 'same: Báo cáo', 'added: Thảo luận'],
    ]);
    expect(choose(saved, typed, 'order')).toEqual(agenda(two, three, one));
    expect(choose(saved, typed, 'order', '3')).toEqual(agenda(two, one));
  });
});

describe('a layout', () => {
  const profile = builtInProfiles.find(({ head }) => head.motto !== null);
  if (!profile) throw new Error('no layout');

  it('is chosen part by part, with the values that differ', () => {
    const typed = { ...profile, name: 'Thể thức mới', page: { ...profile.page, topMm: 22 } };
    const parts = partsOf(say, toldLayout, { saved: profile, typed }, {}, String);
    const differences = differencesOf(parts, { saved: profile, typed, begun: profile }, (value) => value);
    expect(differences.map(({ id }) => id)).toEqual(['name', 'page']);
    const changed = differences[1]?.lines.filter(({ kind }) => kind !== 'same') ?? [];
    expect(told(changed)).toHaveLength(1);
    expect(told(changed)[0]).toContain('22 mm');
    expect(
      chosenOf(
        typed,
        profile,
        parts.filter(({ id }) => id === 'page'),
      ),
    ).toEqual({ ...typed, page: profile.page });
  });

  it('tells a part that is left out', () => {
    const typed = { ...profile, head: { ...profile.head, motto: null } };
    const parts = partsOf(say, toldLayout, { saved: profile, typed }, {}, String);
    const [head] = differencesOf(parts, { saved: profile, typed, begun: null }, (value) => value);
    expect(head?.lines.some(({ kind }) => kind !== 'same')).toBe(true);
  });
});
