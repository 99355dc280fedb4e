import type { Overtaken } from '#renderer/lib/basis.ts';
import { same } from '#renderer/lib/same.ts';
import type { Basis } from '#shared/bridge.ts';
import type { FieldIssue } from '#shared/errors.ts';
import { cutOff, type DraftText, mostParts } from './draft-text.ts';

/** How far a save has come. */
type Phase<T> =
  | { is: 'open' }
  | { is: 'saving'; value: T; base: Base<T> }
  /** Answered; its draft row is being brought up to date. */
  | { is: 'settling'; done: boolean };

/** The record that what is typed began with, as it was read or saved; null where only the draft's word of it is known. */
export type Base<T> = { basis: Basis | null; record: T | null };

type SavedSince = { at: string; name: string | null } | { at: string; isSelf: true };

/**
 * What a form knows beside its fields. They stay where they are typed: copying a whole text at each key is too dear, so that
 * an event brings the value where it matters. Pure: what is to be done is an effect, which `form-session.ts` does.
 */
export type FormState<T> = {
  /** What is saved, as typed: what differs from it is not saved yet. */
  baseline: T;
  /** The record as the page last handed it over, and as of when. */
  followed: T;
  followedAs: Basis | null;
  /** The newest state of the record that was read or saved here: what was read before says nothing any more. */
  known: Basis | null;
  /**
   * What a save is based on. While something is typed it does not move to what others save, though the baseline does: the
   * save is refused then, and both texts are there to choose from.
   */
  base: Base<T>;
  /** A save was refused because somebody else saved first. */
  overtaken: Overtaken | null;
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
export type TypedHere = { at: string; baseline: unknown; base: Base<unknown> };

export type FoundDraft<T> = {
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
  | { type: 'recordRead'; record: T; basis: Basis | null; value: T }
  | { type: 'saveAsked'; value: T; checked: Checked<P> }
  /** `basis`: the change set that it left, if there was something new. */
  | { type: 'saveEnded'; done: boolean; at: string; basis: Basis | null; overtaken: Overtaken | null }
  | { type: 'settled'; value: T }
  /** `begun`: the record that the part was typed on, as far as it is known. */
  | { type: 'recoveredTaken'; typed: Typed<T>; begun: T | null }
  | { type: 'recoveredDropped' }
  | { type: 'droppedTakenBack'; part: DraftText<T> }
  /** Of what was saved elsewhere and what is typed, this is to be saved. */
  | { type: 'choiceMade'; chosen: T; typed: Typed<T> }
  | { type: 'choicePutOff' }
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
  | { do: 'send'; parsed: P; basis: Basis | null }
  | { do: 'tell'; state: 'saved' | 'failed' }
  /** What is in the fields now, by the same call. */
  | { do: 'saveAgain' }
  /** Reads the record anew; ends in `recordRead`. */
  | { do: 'readAgain' }
  /** To who asked for the save. */
  | { do: 'answer'; done: boolean }
  /** Says that the part was dropped, with the way back. */
  | { do: 'offerBack'; part: DraftText<T> }
  | { do: 'leave' };

export type FormStep<T, P> = { state: FormState<T>; effects: readonly FormEffect<T, P>[] };

export function firstFormState<T>(record: T, basis: Basis | null = null): FormState<T> {
  return {
    baseline: record,
    followed: record,
    followedAs: basis,
    known: basis,
    base: { basis, record },
    overtaken: null,
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
  return { draft: partOf(state, typed, waiting), isTyped: true };
}

/** What is saved elsewhere, once it is known here too; until then it is being read. */
export function savedElsewhere<T>({ phase, overtaken, followed, followedAs }: FormState<T>): T | null {
  if (phase.is !== 'open' || !overtaken || !followedAs) return null;
  return followedAs.seq >= overtaken.seq ? followed : null;
}

/** What is typed, as a part of the draft. */
export function partOf<T>(
  { base }: FormState<T>,
  { value, at, label }: Typed<T>,
  older: DraftText<T> | null,
): DraftText<T> {
  const basedOn = base.basis?.id ?? null;
  return { form: value, words: '', at, label, basedOn, older: cutOff(older, mostParts - 1) };
}
