import { same } from '#renderer/lib/same.ts';
import type { FieldIssue } from '#shared/errors.ts';
import { cutOff, type DraftText, merged, mostParts, newestUseful, wordsLeft } from './draft-text.ts';

/** How far a save has come. */
type Phase<T> =
  | { is: 'open' }
  | { is: 'saving'; value: T }
  /** Answered; its draft row is being brought up to date. */
  | { is: 'settling'; done: boolean };

type SavedSince = { at: string; name: string | null } | { at: string; isSelf: true };

/**
 * What a form knows beside its fields. They stay where they are typed: copying a whole text at each key is too dear, so that
 * an event brings the value where it matters. Pure: what is to be done is an effect, which `form-session.ts` does.
 */
export type FormState<T> = {
  /** What is saved, as typed: what differs from it is not saved yet. */
  baseline: T;
  /** The record as the page last handed it over. */
  followed: T;
  /** A part typed earlier that may be taken back or dropped. */
  offered: DraftText<T> | null;
  /** Parts behind the one that was taken back: in the draft row as before, and offered when it is saved. */
  kept: DraftText<T> | null;
  savedSince: SavedSince | null;
  issues: FieldIssue[];
  phase: Phase<T>;
  /** Whether the draft of last time is known. Nothing is written before, so that it cannot be overwritten unseen. */
  isKnown: boolean;
  /** The draft row was to be brought up to date while nothing could be written. */
  isRowDue: boolean;
  onScreen: boolean;
};

/** What stands in the fields, when it was read, and how it is called. */
export type Typed<T> = { value: T; at: string; label: string };

/** What was typed on which record since the program was started. */
export type TypedHere = { at: string; baseline: unknown };

type FoundDraft<T> = {
  draft: DraftText<T> | null;
  savedSince: { at: string; name: string | null } | null;
  /** Only for a page that goes on by itself. */
  typedHere: TypedHere | undefined;
  value: T;
};

export type Checked<P> = { parsed: P } | { issues: FieldIssue[] };

export type FormEvent<T, P> =
  | { type: 'entered' }
  /** null: there is none, or the store did not give it. */
  | { type: 'draftFound'; found: FoundDraft<T> | null }
  | { type: 'typed' }
  | { type: 'recordRead'; record: T; value: T }
  | { type: 'saveAsked'; value: T; checked: Checked<P> }
  | { type: 'saveEnded'; done: boolean; at: string }
  | { type: 'settled'; value: T }
  | { type: 'recoveredTaken'; typed: Typed<T> }
  | { type: 'recoveredDropped' }
  | { type: 'droppedTakenBack'; part: DraftText<T> }
  | { type: 'left' };

export type FormEffect<T, P> =
  /** Ends in `draftFound`. */
  | { do: 'seekDraft' }
  | { do: 'discardDraft' }
  /** To the writer of drafts. */
  | { do: 'touch' | 'hold' | 'resume' | 'release' }
  /** Ends in `settled` as soon as no draft is being written. */
  | { do: 'settle' }
  /** Into the fields; `takeUp` is typing, `apply` is not. */
  | { do: 'apply' | 'takeUp'; value: T }
  | { do: 'showIssues'; issues: FieldIssue[] }
  /** Leads to the first field that is refused. */
  | { do: 'refuse'; issues: FieldIssue[] }
  /** Saves as soon as no draft is being written; ends in `saveEnded`. */
  | { do: 'send'; parsed: P }
  | { do: 'tell'; state: 'saved' | 'failed' }
  /** To who asked for the save. */
  | { do: 'answer'; done: boolean }
  /** Says that the part was dropped, with the way back. */
  | { do: 'offerBack'; part: DraftText<T> }
  | { do: 'leave' };

export type FormStep<T, P> = { state: FormState<T>; effects: readonly FormEffect<T, P>[] };

export function firstFormState<T>(record: T): FormState<T> {
  return {
    baseline: record,
    followed: record,
    offered: null,
    kept: null,
    savedSince: null,
    issues: [],
    phase: { is: 'open' },
    isKnown: false,
    isRowDue: false,
    onScreen: false,
  };
}

export function isDirty<T>(state: FormState<T>, value: T): boolean {
  return !same(value, state.baseline);
}

/** What the draft row must hold; `isTyped`: what stands in the fields, not only what waits from earlier. */
export function draftRow<T>(
  state: FormState<T>,
  typed: Typed<T>,
): { draft: DraftText<T> | null; isTyped: boolean } {
  const waiting = state.offered ?? state.kept;
  if (!isDirty(state, typed.value)) return { draft: cutOff(waiting, mostParts), isTyped: false };
  return { draft: partOf(typed, waiting), isTyped: true };
}

/** @param stored a value as the schema would store it: blanks at the ends and the like make no difference */
export function stepForm<T, P>(
  state: FormState<T>,
  event: FormEvent<T, P>,
  stored: (value: T) => unknown,
): FormStep<T, P> {
  switch (event.type) {
    case 'entered':
      return {
        state: { ...state, onScreen: true, isKnown: false },
        effects: [{ do: 'hold' }, { do: 'seekDraft' }],
      };
    case 'draftFound':
      return draftFound(state, event.found, differsFrom(state, stored));
    case 'typed':
      return { state, effects: [{ do: 'touch' }] };
    case 'recordRead':
      return recordRead(state, event, stored);
    case 'saveAsked':
      return saveAsked(state, event);
    case 'saveEnded':
      return saveEnded(state, event, stored);
    case 'settled':
      return settled(state, event.value);
    case 'recoveredTaken':
      return recoveredTaken(state, event.typed);
    case 'recoveredDropped': {
      const part = state.offered;
      if (!part) return { state, effects: [] };
      const offered = newestUseful(part.older, differsFrom(state, stored));
      return followedBy(rowDue({ ...state, offered }), { do: 'offerBack', part });
    }
    case 'droppedTakenBack':
      // Something else may be offered by now: neither goes for the other.
      return rowDue({ ...state, offered: merged(event.part, state.offered) });
    case 'left':
      return { state: { ...state, onScreen: false }, effects: [{ do: 'leave' }] };
  }
}

function draftFound<T, P>(
  state: FormState<T>,
  found: FoundDraft<T> | null,
  differs: (value: T) => boolean,
): FormStep<T, P> {
  const known = { ...state, isKnown: true };
  if (!found) return freed(known);
  const useful = newestUseful(found.draft, differs);
  const goesOn = goingOn(state, found, useful);
  const waiting = useful && goesOn ? newestUseful(wordsLeft(useful), differs) : useful;
  const next = freed<T, P>({
    ...known,
    savedSince: found.savedSince,
    offered: merged(waiting, state.offered),
  });
  const first: FormEffect<T, P>[] = [];
  if (goesOn) first.push({ do: 'takeUp', value: goesOn }, { do: 'touch' });
  if (!useful && state.onScreen) first.push({ do: 'discardDraft' });
  return { state: next.state, effects: [...first, ...next.effects] };
}

/** What was left in this run and nothing has happened to since. */
function goingOn<T>(state: FormState<T>, found: FoundDraft<T>, useful: DraftText<T> | null): T | null {
  if (!useful || !state.onScreen || found.typedHere?.at !== useful.at) return null;
  return same(found.typedHere.baseline, state.baseline) && !isDirty(state, found.value) ? useful.form : null;
}

function recordRead<T, P>(
  state: FormState<T>,
  { record, value }: { record: T; value: T },
  stored: (value: T) => unknown,
): FormStep<T, P> {
  // Made anew from the same record, it says nothing: what was just saved may not have come back yet.
  if (same(record, state.followed)) return { state, effects: [] };
  const follows = { ...state, followed: record };
  if (same(record, state.baseline)) return { state: follows, effects: [] };
  const agrees = same(stored(value), stored(record));
  return {
    state: { ...follows, baseline: agrees ? value : record },
    effects: isDirty(state, value) || agrees ? [] : [{ do: 'apply', value: record }],
  };
}

function saveAsked<T, P>(
  state: FormState<T>,
  { value, checked }: { value: T; checked: Checked<P> },
): FormStep<T, P> {
  // Asked twice, it is one save; what was typed between the two is a draft.
  if (state.phase.is !== 'open') return { state, effects: [] };
  if ('issues' in checked) {
    const { issues } = checked;
    return {
      state: { ...state, issues },
      effects: [
        { do: 'showIssues', issues },
        { do: 'answer', done: false },
        { do: 'refuse', issues },
      ],
    };
  }
  return {
    state: { ...state, issues: [], phase: { is: 'saving', value } },
    effects: [{ do: 'showIssues', issues: [] }, { do: 'hold' }, { do: 'send', parsed: checked.parsed }],
  };
}

function saveEnded<T, P>(
  state: FormState<T>,
  { done, at }: { done: boolean; at: string },
  stored: (value: T) => unknown,
): FormStep<T, P> {
  if (state.phase.is !== 'saving') return { state, effects: [] };
  const over: FormState<T> = { ...state, phase: { is: 'settling', done } };
  if (!done) return followedBy(rowDue(over), { do: 'settle' });
  const saved = { ...over, baseline: state.phase.value, kept: null };
  const offered = state.offered ?? newestUseful(state.kept, differsFrom(saved, stored));
  const savedSince = offered ? { at, isSelf: true as const } : state.savedSince;
  return followedBy(rowDue({ ...saved, offered, savedSince }), { do: 'settle' });
}

function settled<T, P>(state: FormState<T>, value: T): FormStep<T, P> {
  if (state.phase.is !== 'settling') return { state, effects: [] };
  const { done } = state.phase;
  const told: FormEffect<T, P>[] = [];
  if (!done) told.push({ do: 'tell', state: 'failed' });
  else if (!isDirty(state, value)) told.push({ do: 'tell', state: 'saved' });
  return { state: { ...state, phase: { is: 'open' } }, effects: [...told, { do: 'answer', done }] };
}

/** What is taken back and what was typed meanwhile change places; words without a field go on being offered. */
function recoveredTaken<T, P>(state: FormState<T>, typed: Typed<T>): FormStep<T, P> {
  const part = state.offered;
  if (!part || part.form === null) return { state, effects: [] };
  const left = wordsLeft(part);
  const replaced = isDirty(state, typed.value) ? partOf(typed, left) : null;
  const offered = replaced ?? (part.words === '' ? null : left);
  return {
    state: { ...state, offered, kept: offered ? null : part.older },
    effects: [{ do: 'takeUp', value: part.form }, { do: 'touch' }],
  };
}

function partOf<T>({ value, at, label }: Typed<T>, older: DraftText<T> | null): DraftText<T> {
  return { form: value, words: '', at, label, older: cutOff(older, mostParts - 1) };
}

function differsFrom<T>(state: FormState<T>, stored: (value: T) => unknown): (value: T) => boolean {
  return (value) => !same(stored(value), stored(state.baseline));
}

/** The draft row says something else now: it is written at once, or as soon as it may be. */
function rowDue<T, P>(state: FormState<T>): FormStep<T, P> {
  return freed({ ...state, isRowDue: true });
}

/** Drafts are written again, unless something still forbids it. */
function freed<T, P>(state: FormState<T>): FormStep<T, P> {
  if (!state.isKnown || state.phase.is === 'saving') return { state, effects: [] };
  return { state: { ...state, isRowDue: false }, effects: [{ do: state.isRowDue ? 'release' : 'resume' }] };
}

function followedBy<T, P>(step: FormStep<T, P>, effect: FormEffect<T, P>): FormStep<T, P> {
  return { state: step.state, effects: [...step.effects, effect] };
}
