import { describe, expect, it } from 'vitest';
import type { DraftText } from '#renderer/lib/forms/draft-text.ts';
import { stepForm } from '#renderer/lib/forms/form-machine.ts';
import {
  draftRow,
  type FormEffect,
  type FormEvent,
  type FormState,
  firstFormState,
} from '#renderer/lib/forms/form-state.ts';
import { type Note, partsOf } from './form-world.ts';

type Event = FormEvent<Note, string>;
type Effect = FormEffect<Note, string>;

const saved: Note = { text: 'đã lưu' };
const at = '2021-12-24T08:00:00.000Z';
const typed = (text: string) => ({ value: { text }, at, label: text });
const part = (text: string, older: DraftText<Note> | null = null): DraftText<Note> => ({
  form: { text },
  words: '',
  at: `2021-12-23T08:00:00.000Z ${text}`,
  label: text,
  basedOn: null,
  older,
});
const found = (draft: DraftText<Note> | null, text = saved.text): Event => ({
  type: 'draftFound',
  found: { draft, savedSince: null, typedHere: undefined, value: { text } },
});
const nothingFound: Event = { type: 'draftFound', found: null };
const save = (text: string): Event => ({ type: 'saveAsked', value: { text }, checked: { parsed: text } });
const saveEnded = (done: boolean): Event => ({ type: 'saveEnded', done, at, basis: null, overtaken: null });
const settled = (text: string): Event => ({ type: 'settled', value: { text } });
const record = (text: string, value: string): Event => ({
  type: 'recordRead',
  record: { text },
  basis: null,
  value: { text: value },
});

/** The state after the events, and what the last of them has for effects. */
function happened(...events: Event[]): { state: FormState<Note>; effects: readonly Effect[] } {
  let state = firstFormState(saved);
  let effects: readonly Effect[] = [];
  for (const event of events) {
    const step = stepForm<Note, string>(Object.freeze(state), event, ({ text }) => text.trim());
    ({ state, effects } = step);
  }
  return { state, effects };
}

const doing = (...events: Event[]) => happened(...events).effects.map((effect) => effect.do);
const rowOf = (state: FormState<Note>, text: string) => partsOf(draftRow(state, typed(text)).draft);

const entered: Event = { type: 'entered' };
const known = [entered, nothingFound];

describe('a form that is opened', () => {
  it('writes nothing before the draft of last time is known', () => {
    expect(doing(entered)).toEqual(['hold', 'seekDraft']);
    expect(doing(entered, { type: 'typed' })).toEqual(['touch']);
    expect(doing(entered, nothingFound)).toEqual(['resume']);
  });

  it('offers the draft of last time, and keeps it behind what is typed beside it', () => {
    const { state, effects } = happened(entered, found(part('hôm qua')));
    expect(effects).toEqual([{ do: 'resume' }]);
    expect(rowOf(state, saved.text)).toEqual(['hôm qua']);
    expect(rowOf(state, 'hôm nay')).toEqual(['hôm nay', 'hôm qua']);
  });

  it('drops a draft that says what is saved, but for blanks', () => {
    const { state, effects } = happened(entered, found(part('đã lưu ')));
    expect(effects).toEqual([{ do: 'discardDraft' }, { do: 'resume' }]);
    expect(state.offered).toBeNull();
  });

  it('goes on by itself with what was typed on this record in the same run, and offers what lay behind it', () => {
    const draft = part('dở', part('cũ'));
    const here = {
      draft,
      savedSince: null,
      typedHere: { at: draft.at, baseline: saved, base: { basis: null, record: saved } },
      value: saved,
    };
    const { state, effects } = happened(entered, { type: 'draftFound', found: here });
    expect(effects).toEqual([{ do: 'takeUp', value: draft.form }, { do: 'touch' }, { do: 'resume' }]);
    expect(partsOf(state.offered)).toEqual(['cũ']);
  });

  it.each([
    ['the record is another one by now', { baseline: { text: 'người khác sửa' }, value: saved }],
    ['something was typed before it was found', { baseline: saved, value: { text: 'mới' } }],
  ])('only offers it when %s', (_, { baseline, value }) => {
    const draft = part('dở');
    const here = {
      draft,
      savedSince: null,
      typedHere: { at: draft.at, baseline, base: { basis: null, record: baseline } },
      value,
    };
    const { state, effects } = happened(entered, { type: 'draftFound', found: here });
    expect(effects).toEqual([{ do: 'resume' }]);
    expect(partsOf(state.offered)).toEqual(['dở']);
  });

  it('and left before its draft was known still keeps it behind what was typed', () => {
    const { state, effects } = happened(entered, { type: 'left' }, found(part('hôm qua'), 'hôm nay'));
    expect(effects).toEqual([{ do: 'resume' }]);
    expect(rowOf(state, 'hôm nay')).toEqual(['hôm nay', 'hôm qua']);
  });
});

describe('a save', () => {
  it('holds the draft, is sent, and brings the draft up to date when it is answered', () => {
    expect(happened(...known, save('mới')).effects).toEqual([
      { do: 'showIssues', issues: [] },
      { do: 'hold' },
      { do: 'send', parsed: 'mới', basis: null },
    ]);
    expect(doing(...known, save('mới'), saveEnded(true))).toEqual(['release', 'settle']);
    expect(happened(...known, save('mới'), saveEnded(true), settled('mới')).effects).toEqual([
      { do: 'tell', state: 'saved' },
      { do: 'answer', done: true },
    ]);
  });

  it('is measured against what was sent: what is typed meanwhile stays unsaved', () => {
    const { state, effects } = happened(...known, save('một'), saveEnded(true), settled('một hai'));
    expect(effects).toEqual([{ do: 'answer', done: true }]);
    expect(rowOf(state, 'một')).toEqual([]);
    expect(rowOf(state, 'một hai')).toEqual(['một hai']);
  });

  it('that failed leaves everything unsaved, and says so', () => {
    const { state, effects } = happened(...known, save('một'), saveEnded(false), settled('một'));
    expect(effects).toEqual([
      { do: 'tell', state: 'failed' },
      { do: 'answer', done: false },
    ]);
    expect(rowOf(state, 'một')).toEqual(['một']);
  });

  it('of a refused field is not sent; the form leads to the field', () => {
    const issues = [{ path: 'text', message: 'validation.required' }];
    const refused: Event = { type: 'saveAsked', value: { text: '' }, checked: { issues } };
    const { state, effects } = happened(...known, refused);
    expect(state.issues).toEqual(issues);
    expect(effects).toEqual([
      { do: 'showIssues', issues },
      { do: 'answer', done: false },
      { do: 'refuse', issues },
    ]);
    expect(happened(...known, refused, save('một')).state.issues).toEqual([]);
  });

  it('that is asked for again while it runs or settles is the same save', () => {
    expect(doing(...known, save('một'), save('một hai'))).toEqual([]);
    expect(doing(...known, save('một'), saveEnded(true), save('một hai'))).toEqual([]);
    expect(doing(...known, save('một'), saveEnded(true), settled('một hai'), save('một hai'))).toContain(
      'send',
    );
  });

  it('before the draft of last time is known does not write over it', () => {
    expect(doing(entered, save('một'), saveEnded(true))).toEqual(['settle']);
    expect(doing(entered, save('một'), found(part('hôm qua')))).toEqual([]);
    expect(doing(entered, save('một'), saveEnded(true), found(part('hôm qua')))).toEqual(['release']);
  });

  it('offers what waited behind the part that was taken back and is saved now', () => {
    const { state } = happened(
      entered,
      found(part('mới', part('cũ'))),
      { type: 'recoveredTaken', typed: typed(saved.text) },
      save('mới'),
      saveEnded(true),
    );
    expect(partsOf(state.offered)).toEqual(['cũ']);
    expect(state.savedSince).toEqual({ at, isSelf: true });
  });
});

describe('the record changes elsewhere', () => {
  it('and a clean form follows', () => {
    const { state, effects } = happened(...known, record('người khác', saved.text));
    expect(effects).toEqual([{ do: 'apply', value: { text: 'người khác' } }]);
    expect(rowOf(state, 'người khác')).toEqual([]);
  });

  it('and a form in which something is typed keeps it', () => {
    const { state, effects } = happened(...known, record('người khác', 'đang gõ'));
    expect(effects).toEqual([]);
    expect(rowOf(state, 'đang gõ')).toEqual(['đang gõ']);
  });

  it('to what is typed, and nothing is left to save or to move under the hands', () => {
    const { state, effects } = happened(...known, record('cùng ý', 'cùng ý '));
    expect(effects).toEqual([]);
    expect(rowOf(state, 'cùng ý ')).toEqual([]);
  });

  it('by an undo while something is typed, and what is typed stays', () => {
    const events = [...known, save('một'), saveEnded(true), settled('một'), record('một', 'một')];
    const { state, effects } = happened(...events, record(saved.text, 'một hai'));
    expect(effects).toEqual([]);
    expect(rowOf(state, 'một hai')).toEqual(['một hai']);
    expect(rowOf(state, saved.text)).toEqual([]);
  });

  it('made anew from the same record says nothing: its save may not have come back yet', () => {
    const { state, effects } = happened(...known, save('một'), saveEnded(true), record(saved.text, 'một'));
    expect(effects).toEqual([]);
    expect(rowOf(state, 'một')).toEqual([]);
  });
});

describe('a part that is offered', () => {
  const offered = [entered, found(part('mới', part('cũ')))];

  it('is taken back into a clean form, with what lies behind it kept in the row', () => {
    const { state, effects } = happened(...offered, { type: 'recoveredTaken', typed: typed(saved.text) });
    expect(effects).toEqual([{ do: 'takeUp', value: { text: 'mới' } }, { do: 'touch' }]);
    expect(state.offered).toBeNull();
    expect(rowOf(state, 'mới')).toEqual(['mới', 'cũ']);
    // Typed back to what is saved, it is the clerk's own doing; what lies behind is not.
    expect(rowOf(state, saved.text)).toEqual(['cũ']);
  });

  it('changes places with what was typed meanwhile', () => {
    const { state, effects } = happened(...offered, { type: 'recoveredTaken', typed: typed('vừa gõ') });
    expect(effects).toEqual([{ do: 'takeUp', value: { text: 'mới' } }, { do: 'touch' }]);
    expect(partsOf(state.offered)).toEqual(['vừa gõ', 'cũ']);
    expect(rowOf(state, 'mới')).toEqual(['mới', 'vừa gõ', 'cũ']);
  });

  it('is dropped with the way back; the next one is offered', () => {
    const { state, effects } = happened(...offered, { type: 'recoveredDropped' });
    expect(effects).toEqual([{ do: 'release' }, { do: 'offerBack', part: part('mới', part('cũ')) }]);
    expect(partsOf(state.offered)).toEqual(['cũ']);
  });

  it('and dropped comes back beside what is offered by then', () => {
    const dropped = [...offered, { type: 'recoveredDropped' } as const];
    const back = { type: 'droppedTakenBack', part: part('mới', part('cũ')) } as const;
    expect(partsOf(happened(...dropped, back).state.offered)).toEqual(['mới', 'cũ']);
    const swapped = [...dropped, { type: 'recoveredTaken', typed: typed('vừa gõ') } as const];
    const { state, effects } = happened(...swapped, back);
    expect(partsOf(state.offered)).toEqual(['vừa gõ', 'mới', 'cũ']);
    expect(effects).toEqual([{ do: 'release' }]);
  });

  it('and dropped during a save changes the row only when the save is answered', () => {
    expect(doing(...offered, save('một'), { type: 'recoveredDropped' })).toEqual(['offerBack']);
    expect(doing(...offered, save('một'), { type: 'recoveredDropped' }, saveEnded(false))).toEqual([
      'release',
      'settle',
    ]);
  });

  it('is nothing where there is none', () => {
    expect(doing(...known, { type: 'recoveredDropped' })).toEqual([]);
    expect(doing(...known, { type: 'recoveredTaken', typed: typed('gõ') })).toEqual([]);
  });

  it('whose words have no field goes on being offered for them when it is taken back', () => {
    const words = { ...part('mới', part('cũ')), words: 'chữ rời' };
    const taken = { type: 'recoveredTaken', typed: typed(saved.text) } as const;
    const { state } = happened(entered, found(words), taken);
    expect(state.offered).toEqual({ ...words, form: null });
    expect(state.kept).toBeNull();
    expect(doing(entered, found(words), taken, taken)).toEqual([]);
    const swapped = happened(entered, found(words), { ...taken, typed: typed('vừa gõ') }).state;
    expect(partsOf(swapped.offered)).toEqual(['vừa gõ', 'chữ rời', 'cũ']);
  });

  it('is one of at most four in the row', () => {
    const long = part('4', part('3', part('2', part('1'))));
    const { state } = happened(entered, found(long));
    expect(rowOf(state, '5')).toEqual(['5', '4', '3', '2']);
    expect(rowOf(state, saved.text)).toEqual(['4', '3', '2', '1']);
  });
});
