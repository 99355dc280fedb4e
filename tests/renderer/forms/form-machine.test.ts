import { describe, expect, it } from 'vitest';
import type { DraftText } from '#renderer/lib/forms/draft-text.ts';
import { stepForm } from '#renderer/lib/forms/form-machine.ts';
import {
  draftRow,
  type FormEffect,
  type FormEvent,
  type FormState,
  firstFormState,
  savedElsewhere,
} from '#renderer/lib/forms/form-state.ts';
import type { Basis } from '#shared/bridge.ts';
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
      { type: 'recoveredTaken', typed: typed(saved.text), begun: null },
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
    const { state, effects } = happened(...offered, {
      type: 'recoveredTaken',
      typed: typed(saved.text),
      begun: null,
    });
    expect(effects).toEqual([{ do: 'takeUp', value: { text: 'mới' } }, { do: 'touch' }]);
    expect(state.offered).toBeNull();
    expect(rowOf(state, 'mới')).toEqual(['mới', 'cũ']);
    // Typed back to what is saved, it is the clerk's own doing; what lies behind is not.
    expect(rowOf(state, saved.text)).toEqual(['cũ']);
  });

  it('changes places with what was typed meanwhile', () => {
    const { state, effects } = happened(...offered, {
      type: 'recoveredTaken',
      typed: typed('vừa gõ'),
      begun: null,
    });
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
    const swapped = [...dropped, { type: 'recoveredTaken', typed: typed('vừa gõ'), begun: null } as const];
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
    expect(doing(...known, { type: 'recoveredTaken', typed: typed('gõ'), begun: null })).toEqual([]);
  });

  it('whose words have no field goes on being offered for them when it is taken back', () => {
    const words = { ...part('mới', part('cũ')), words: 'chữ rời' };
    const taken = { type: 'recoveredTaken', typed: typed(saved.text), begun: null } as const;
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

describe('what a save is based on', () => {
  const as = (seq: number): Basis => ({ id: `set-${seq}`, seq });
  const by = (seq: number) => ({ name: 'Hạnh', time: '08:05', day: '24/12/2021', at, actor: 'hanh', seq });
  const read = (text: string, seq: number, value: string): Event => ({
    type: 'recordRead',
    record: { text },
    basis: as(seq),
    value: { text: value },
  });
  const ended = (basis: Basis | null): Event => ({
    type: 'saveEnded',
    done: true,
    at,
    basis,
    overtaken: null,
  });
  const refused = (seq: number): Event => ({
    type: 'saveEnded',
    done: false,
    at,
    basis: null,
    overtaken: by(seq),
  });
  /** Opened as of the first change set. */
  const opened = [entered, nothingFound, read(saved.text, 1, saved.text)];
  const sentOn = (...events: Event[]) => {
    const sent = happened(...events).effects.find((effect) => effect.do === 'send');
    return sent?.do === 'send' ? (sent.basis?.id ?? null) : 'nothing is sent';
  };

  it('is what was read, also while others save other things', () => {
    expect(sentOn(...opened, save('đang gõ'))).toBe('set-1');
    expect(sentOn(...opened, read(saved.text, 7, 'đang gõ'), save('đang gõ'))).toBe('set-7');
    expect(sentOn(...known, save('đang gõ'))).toBeNull();
  });

  it('is not what others save while something is typed', () => {
    expect(sentOn(...opened, read('người khác', 2, 'đang gõ'), save('đang gõ'))).toBe('set-1');
    const again = [read('người khác', 2, 'đang gõ'), read('người khác', 3, 'đang gõ')];
    expect(sentOn(...opened, ...again, save('đang gõ'))).toBe('set-1');
    // Put back to what the typing began with.
    expect(sentOn(...opened, ...again, read(saved.text, 4, 'đang gõ'), save('đang gõ'))).toBe('set-4');
  });

  it('is what is read as long as nothing is typed, and when it was typed as others saved it', () => {
    expect(sentOn(...opened, read('người khác', 2, saved.text), save('người khác'))).toBe('set-2');
    expect(sentOn(...opened, read('cùng ý', 2, 'cùng ý '), save('cùng ý '))).toBe('set-2');
  });

  it('is its own save at once, and stays where that changed nothing', () => {
    const events = [...opened, save('một'), ended(as(5)), settled('một')];
    expect(sentOn(...events, save('một hai'))).toBe('set-5');
    expect(sentOn(...events, save('một'), ended(null), settled('một'), save('một hai'))).toBe('set-5');
    // What was read before the save and comes after it is old.
    const { state, effects } = happened(...events, read(saved.text, 1, 'một'));
    expect([effects, state.baseline.text]).toEqual([[], 'một']);
    expect(sentOn(...events, read(saved.text, 4, 'một'), save('một hai'))).toBe('set-5');
  });

  it('follows an undo into a clean form although it reads as before', () => {
    const events = [...opened, save('một'), ended(as(5)), settled('một')];
    expect(happened(...events, read(saved.text, 6, 'một')).effects).toEqual([{ do: 'apply', value: saved }]);
  });

  it('of a part that is taken back is what that was typed on', () => {
    const old = { ...part('hôm qua'), basedOn: 'set-0' };
    const taken = { type: 'recoveredTaken', typed: typed('vừa gõ'), begun: null } as const;
    const events = [read(saved.text, 3, saved.text), entered, found(old), taken];
    const { state } = happened(...events);
    expect(sentOn(...events, save('hôm qua'))).toBe('set-0');
    expect(state.offered?.basedOn).toBe('set-3');
    // What was typed meanwhile goes back to what it was typed on.
    const back = { type: 'recoveredTaken', typed: typed('hôm qua'), begun: null } as const;
    expect(sentOn(...events, back, save('vừa gõ'))).toBe('set-3');
  });

  it('of a part that is taken back is newer where the record reads as what it began with', () => {
    const old = { ...part('hôm qua'), basedOn: 'set-0' };
    const taken = { type: 'recoveredTaken', typed: typed(saved.text), begun: saved } as const;
    const events = [read(saved.text, 3, saved.text), entered, found(old), taken];
    expect(sentOn(...events, read(saved.text, 3, 'hôm qua'), save('hôm qua'))).toBe('set-3');
    expect(sentOn(...events, read('người khác', 4, 'hôm qua'), save('hôm qua'))).toBe('set-0');
  });

  it('of a part that is taken back during a save stays its own', () => {
    const old = { ...part('hôm qua'), basedOn: 'set-0' };
    const taken = { type: 'recoveredTaken', typed: typed('một'), begun: null } as const;
    const events = [read(saved.text, 3, saved.text), entered, found(old), save('một'), taken];
    expect(sentOn(...events, ended(as(5)), settled('hôm qua'), save('hôm qua'))).toBe('set-0');
  });

  it('of a part of which nobody knows is not said, but where somebody else has saved since', () => {
    const taken = { type: 'recoveredTaken', typed: typed(saved.text), begun: null } as const;
    const offered = (savedSince: { at: string; name: string } | null): Event => ({
      type: 'draftFound',
      found: { draft: part('hôm qua'), savedSince, typedHere: undefined, value: saved },
    });
    expect(sentOn(entered, offered(null), taken, save('hôm qua'))).toBeNull();
    expect(sentOn(entered, offered({ at, name: 'Hạnh' }), taken, save('hôm qua'))).toMatch(/^0{8}-/u);
  });

  it('of what was left in this run goes on with it', () => {
    const draft = { ...part('dở'), basedOn: 'set-1' };
    const here = {
      ...{ draft, savedSince: null, value: { text: 'người khác' } },
      typedHere: { at: draft.at, baseline: { text: 'người khác' }, base: { basis: as(1), record: saved } },
    };
    const events: Event[] = [read('người khác', 2, saved.text), entered, { type: 'draftFound', found: here }];
    expect(happened(...events).effects[0]).toEqual({ do: 'takeUp', value: { text: 'dở' } });
    expect(sentOn(...events, save('dở'))).toBe('set-1');
  });

  describe('that was overtaken', () => {
    const overtaken = [...opened, read('người khác', 2, 'đang gõ'), save('đang gõ'), refused(2)];
    const asked = [...overtaken, settled('đang gõ')];
    const choice = (chosen: string): Event => ({
      type: 'choiceMade',
      chosen: { text: chosen },
      typed: typed('đang gõ'),
    });

    it('is shown beside what is typed, and nothing is saved meanwhile', () => {
      expect(happened(...asked).effects).toEqual([
        { do: 'tell', state: 'failed' },
        { do: 'readAgain' },
        { do: 'answer', done: false },
      ]);
      expect(savedElsewhere(happened(...overtaken).state)).toBeNull();
      expect(savedElsewhere(happened(...asked).state)).toEqual({ text: 'người khác' });
      expect(happened(...asked, save('đang gõ')).effects).toEqual([{ do: 'answer', done: false }]);
    });

    it('is shown once it is read', () => {
      const early = [...opened, save('đang gõ'), refused(2), settled('đang gõ')];
      expect(savedElsewhere(happened(...early).state)).toBeNull();
      const { state } = happened(...early, read('người khác', 2, 'đang gõ'));
      expect(savedElsewhere(state)).toEqual({ text: 'người khác' });
    });

    it('by what this form does not show is saved again by itself', () => {
      const early = [...opened, save('đang gõ'), refused(2), settled('đang gõ')];
      const { state, effects } = happened(...early, read(saved.text, 2, 'đang gõ'));
      expect([effects, state.overtaken]).toEqual([[{ do: 'saveAgain' }], null]);
      // Read while the save was under way.
      const during = [...opened, save('đang gõ'), read(saved.text, 2, 'đang gõ'), refused(2)];
      expect(doing(...during, settled('đang gõ'))).toEqual(['saveAgain']);
    });

    it('is not saved again by a page that was left', () => {
      const left = [...opened, save('đang gõ'), { type: 'left' } as const, refused(2)];
      expect(doing(...left, settled('đang gõ'))).toEqual(['tell', 'answer']);
    });

    it('is saved over when the typed text is chosen', () => {
      expect(happened(...asked, choice('đang gõ')).effects).toEqual([{ do: 'saveAgain' }]);
      expect(sentOn(...asked, choice('đang gõ'), save('đang gõ'))).toBe('set-2');
    });

    it('is taken, and what was typed is offered with what it was typed on', () => {
      const { state, effects } = happened(...asked, choice('người khác'));
      expect(effects).toEqual([{ do: 'apply', value: { text: 'người khác' } }, { do: 'release' }]);
      expect([partsOf(state.offered), state.offered?.basedOn]).toEqual([['đang gõ'], 'set-1']);
      expect(state.savedSince).toEqual({ at, name: 'Hạnh' });
      expect(rowOf(state, 'người khác')).toEqual(['đang gõ']);
    });

    it('is put together with what is typed, and that is saved; what was typed is offered', () => {
      const { state, effects } = happened(...asked, choice('ghép'));
      expect(effects.map((effect) => effect.do)).toEqual(['takeUp', 'touch', 'saveAgain']);
      expect(partsOf(state.offered)).toEqual(['đang gõ']);
      expect(sentOn(...asked, choice('ghép'), save('ghép'))).toBe('set-2');
    });

    it('keeps what waited behind what was typed', () => {
      const events = [
        ...[entered, found(part('mới', part('cũ'))), read(saved.text, 1, saved.text)],
        ...[{ type: 'recoveredTaken', typed: typed(saved.text), begun: null } as const],
        ...[read('người khác', 2, 'mới'), save('mới'), refused(2), settled('mới')],
      ];
      const chosen = { type: 'choiceMade', chosen: { text: 'người khác' }, typed: typed('mới') } as const;
      expect(partsOf(happened(...events, chosen).state.offered)).toEqual(['mới', 'cũ']);
    });

    it('waits while the clerk goes on typing, and is asked again at the next save', () => {
      for (const on of [{ type: 'choicePutOff' } as const, { type: 'typed' } as const]) {
        expect(happened(...asked, on).state.overtaken).toBeNull();
        expect(sentOn(...asked, on, save('đang gõ nữa'))).toBe('set-1');
      }
    });

    it('is no choice where nothing was saved elsewhere', () => {
      expect(doing(...opened, choice('đang gõ'))).toEqual([]);
    });
  });
});
