import type { Basis } from '#shared/bridge.ts';
import type { FieldIssue } from '#shared/errors.ts';
import type { TypingState } from './drafts-status.ts';
import type { FormMemory } from './form-memory.ts';
import type { FormState } from './form-state.ts';
import type { SavedFormOptions } from './saved-form.ts';

/** The fields of a form: there what is typed stands. */
export type Fields<T> = {
  /** As typed, with what controls have not handed over yet. */
  read: () => T;
  /** Puts values in without counting it as typing; only fields that differ lose their focus. */
  apply: (value: T) => void;
  /** Puts values in as if they were typed. */
  takeUp: (value: T) => void;
  /** Beside the fields; none takes those away that are shown. */
  showIssues: (issues: readonly FieldIssue[]) => void;
  focus: (path: string) => void;
};

export type DraftRow = { value: string; at: string; savedSince: { at: string; name: string | null } | null };

export type Ports<T extends object, P> = {
  /** The newest ones: a page makes them anew each time it is rendered. */
  options: () => SavedFormOptions<T, P>;
  fields: Fields<T>;
  drafts: {
    /** Several where drafts of an earlier version lie under another key; what is put takes their place. */
    get: () => Promise<readonly DraftRow[]>;
    put: (row: string) => Promise<unknown>;
    discard: () => Promise<unknown>;
  };
  status: { get: () => TypingState; set: (state: TypingState) => void };
  /** Tells that a part was dropped, with the way back. */
  offerBack: (takeBack: () => void) => void;
  /** Reads what is shown anew; the page hands the record over when it has it. */
  readAgain: () => Promise<unknown>;
  memory: FormMemory;
};

export type FormSession<T> = {
  state: () => FormState<T>;
  subscribe: (listener: () => void) => () => void;
  enter: () => void;
  leave: () => void;
  typed: () => void;
  /** The record as the page has it now, and as of when it was read. */
  follow: (record: T, basis: Basis | null) => void;
  save: () => Promise<boolean>;
  takeRecovered: () => void;
  dropRecovered: () => void;
  /** Of what was saved elsewhere and what is typed, saves this. */
  choose: (chosen: T) => void;
  /** Neither yet: goes on typing. */
  putOffChoice: () => void;
  /** As typed, and as the schema would store it: blanks at the ends and the like are gone. */
  values: () => T;
  stored: (value: T) => unknown;
  isDirty: () => boolean;
  /** Resolves when all that is typed is in the draft table or saved. */
  flush: () => Promise<void>;
};
