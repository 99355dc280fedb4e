import { isNewer, type Overtaken } from '#renderer/lib/basis.ts';
import { same } from '#renderer/lib/same.ts';
import type { Basis } from '#shared/bridge.ts';
import { type DraftText, merged, newestUseful, wordsLeft } from './draft-text.ts';
import {
  type Base,
  type Checked,
  type FormEffect,
  type FormEvent,
  type FormState,
  type FormStep,
  type FoundDraft,
  isDirty,
  partOf,
  savedElsewhere,
  type Typed,
} from './form-state.ts';

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
      // Who goes on typing has not chosen yet.
      return { state: state.overtaken ? { ...state, overtaken: null } : state, effects: [{ do: 'touch' }] };
    case 'recordRead':
      return recordRead(state, event, stored);
    case 'saveAsked':
      return saveAsked(state, event);
    case 'saveEnded':
      return saveEnded(state, event, stored);
    case 'settled':
      return settled(state, event.value);
    case 'recoveredTaken':
      return recoveredTaken(state, event);
    case 'recoveredDropped': {
      const part = state.offered;
      if (!part) return { state, effects: [] };
      const offered = newestUseful(part.older, differsFrom(state, stored));
      return followedBy(rowDue({ ...state, offered }), { do: 'offerBack', part });
    }
    case 'droppedTakenBack':
      // Something else may be offered by now: neither goes for the other.
      return rowDue({ ...state, offered: merged(event.part, state.offered) });
    case 'choiceMade':
      return choiceMade(state, event);
    case 'choicePutOff':
      return { state: { ...state, overtaken: null }, effects: [] };
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
    ...(goesOn && { base: found.typedHere?.base as Base<T> }),
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
  { record, basis, value }: { record: T; basis: Basis | null; value: T },
  stored: (value: T) => unknown,
): FormStep<T, P> {
  const { known, base } = state;
  // An answer that was under way while this form saved.
  if (basis && known && basis.seq < known.seq) return { state, effects: [] };
  const isKnown = same(record, state.followed) && !isNewer(basis, known);
  // Made anew from the same record, it says nothing: what was just saved may not have come back yet.
  if (isKnown && !basis) return { state, effects: [] };
  const follows = { ...state, followed: record, followedAs: basis, known: basis ?? known };
  const step = withBaseline<T, P>(follows, record, value, stored);
  const isTyped = isDirty(step.state, value) && step.effects.length === 0;
  const isAsBegun = base.record !== null && same(stored(record), stored(base.record));
  if (isTyped && !isAsBegun) return step;
  return notOvertaken({ ...step.state, base: { basis: basis ?? base.basis, record } }, step.effects);
}

function withBaseline<T, P>(
  state: FormState<T>,
  record: T,
  value: T,
  stored: (value: T) => unknown,
): FormStep<T, P> {
  if (same(record, state.baseline)) return { state, effects: [] };
  const agrees = same(stored(value), stored(record));
  return {
    state: { ...state, baseline: agrees ? value : record },
    effects: isDirty(state, value) || agrees ? [] : [{ do: 'apply', value: record }],
  };
}

/** Where nothing differs by now there is nothing to choose. */
function onWhatIsSaved<T>(state: FormState<T>, value: T): FormState<T> {
  const saved = savedElsewhere(state);
  if (saved === null || isDirty(state, value)) return state;
  return { ...state, base: { basis: state.followedAs, record: saved } };
}

/** What was saved elsewhere turned out to be nothing of this form: the save that was refused is sent again. */
function notOvertaken<T, P>(state: FormState<T>, effects: readonly FormEffect<T, P>[]): FormStep<T, P> {
  if (!isCaughtUp(state)) return { state, effects };
  return { state: { ...state, overtaken: null }, effects: [...effects, { do: 'saveAgain' }] };
}

/** After its page was left a form saves nothing by itself: what is in its draft row may be another form's by then. */
function isCaughtUp<T>({ overtaken, base, phase, onScreen }: FormState<T>): boolean {
  if (!overtaken || !base.basis || phase.is !== 'open' || !onScreen) return false;
  return base.basis.seq >= overtaken.seq;
}

function saveAsked<T, P>(
  state: FormState<T>,
  { value, checked }: { value: T; checked: Checked<P> },
): FormStep<T, P> {
  // Asked twice, it is one save; what was typed between the two is a draft.
  if (state.phase.is !== 'open') return { state, effects: [] };
  // First it is chosen which of the two is to be saved.
  if (state.overtaken) return { state, effects: [{ do: 'answer', done: false }] };
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
    state: { ...state, issues: [], phase: { is: 'saving', value, base: state.base } },
    effects: [
      { do: 'showIssues', issues: [] },
      { do: 'hold' },
      { do: 'send', parsed: checked.parsed, basis: state.base.basis },
    ],
  };
}

function saveEnded<T, P>(
  state: FormState<T>,
  {
    done,
    at,
    basis,
    overtaken,
  }: { done: boolean; at: string; basis: Basis | null; overtaken: Overtaken | null },
  stored: (value: T) => unknown,
): FormStep<T, P> {
  if (state.phase.is !== 'saving') return { state, effects: [] };
  const over: FormState<T> = { ...state, phase: { is: 'settling', done }, overtaken };
  if (!done) return followedBy(rowDue(over), { do: 'settle' });
  const { value: record, base: sentOn } = state.phase;
  // A part that was taken back meanwhile stands on its own.
  const isSwapped = state.base !== sentOn && (state.base.basis?.seq ?? 0) === 0;
  const base = isSwapped ? state.base : { basis: basis ?? state.base.basis, record };
  const known = basis ?? state.known;
  const saved = { ...over, baseline: record, kept: null, base, known };
  const offered = state.offered ?? newestUseful(state.kept, differsFrom(saved, stored));
  const savedSince = offered ? { at, isSelf: true as const } : state.savedSince;
  return followedBy(rowDue({ ...saved, offered, savedSince }), { do: 'settle' });
}

function settled<T, P>(state: FormState<T>, value: T): FormStep<T, P> {
  if (state.phase.is !== 'settling') return { state, effects: [] };
  const { done } = state.phase;
  const open = onWhatIsSaved({ ...state, phase: { is: 'open' } }, value);
  // It came while the save was under way.
  if (isCaughtUp(open)) return notOvertaken(open, []);
  const told: FormEffect<T, P>[] = [];
  if (!done) told.push({ do: 'tell', state: 'failed' });
  else if (!isDirty(state, value)) told.push({ do: 'tell', state: 'saved' });
  if (state.overtaken && state.onScreen) told.push({ do: 'readAgain' });
  return { state: open, effects: [...told, { do: 'answer', done }] };
}

/** What was typed and is not chosen is offered: nothing goes without its clerk. */
function choiceMade<T, P>(
  state: FormState<T>,
  { chosen, typed }: { chosen: T; typed: Typed<T> },
): FormStep<T, P> {
  const saved = savedElsewhere(state);
  if (saved === null || !state.overtaken) return { state, effects: [] };
  const { name, at } = state.overtaken;
  const now = { ...state, overtaken: null, base: { basis: state.followedAs, record: saved } };
  if (same(chosen, typed.value)) return { state: now, effects: [{ do: 'saveAgain' }] };
  const offered = partOf(state, typed, state.offered ?? state.kept);
  const without = { ...now, offered, kept: null, savedSince: { at, name } };
  if (!same(chosen, saved))
    return {
      state: without,
      effects: [{ do: 'takeUp', value: chosen }, { do: 'touch' }, { do: 'saveAgain' }],
    };
  const step = rowDue<T, P>({ ...without, baseline: saved });
  return { state: step.state, effects: [{ do: 'apply', value: saved }, ...step.effects] };
}

/** What is taken back and what was typed meanwhile change places; words without a field go on being offered. */
function recoveredTaken<T, P>(
  state: FormState<T>,
  { typed, begun }: { typed: Typed<T>; begun: T | null },
): FormStep<T, P> {
  const part = state.offered;
  if (!part || part.form === null) return { state, effects: [] };
  const left = wordsLeft(part);
  const replaced = isDirty(state, typed.value) ? partOf(state, typed, left) : null;
  const offered = replaced ?? (part.words === '' ? null : left);
  return {
    state: {
      ...state,
      base: baseOf(state, part, begun),
      overtaken: null,
      offered,
      kept: offered ? null : part.older,
    },
    effects: [{ do: 'takeUp', value: part.form }, { do: 'touch' }],
  };
}

/** It is saved on what it was typed on, however long ago that was: whatever is read from here on is newer. */
function baseOf<T>({ base, savedSince }: FormState<T>, { basedOn }: DraftText<T>, begun: T | null): Base<T> {
  if (basedOn !== null && basedOn === base.basis?.id) return base;
  // Nobody noted on what; where somebody else has saved since, it was not on that.
  const isOlder = savedSince !== null && !('isSelf' in savedSince);
  const id = basedOn ?? (isOlder ? longAgo : null);
  return { basis: id === null ? null : { id, seq: 0 }, record: begun };
}

/** No change set has this id. */
const longAgo = '00000000-0000-0000-0000-000000000000';

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
