import type { UseFormReturnType } from '@mantine/form';
import type { Overtaken, Saving } from '#renderer/lib/basis.ts';
import { partAt } from '#renderer/lib/plain.ts';
import type { FieldIssue } from '#shared/errors.ts';
import type { Difference, Told } from './differences.ts';
import type { DraftText } from './draft-text.ts';
import type { TypingState } from './drafts-status.ts';
import type { DraftForm } from './read-form.ts';

/** `schema`: the contract's own one; its input is what the form holds. */
export type SavedFormOptions<T extends object, P> = DraftForm<T, P> & {
  /** What `initial` was made of, as a query answered it; null: nothing is saved yet. */
  record: object | null;
  /** What is saved now. When it changes (another save, an undo) and nothing is typed, the form follows. */
  initial: T;
  /** "documents:<id>", "conferences:new". A page for another record gives its form component another React key. */
  draftKey: string;
  /** Keys under which earlier versions kept its drafts. */
  earlierKeys?: readonly string[];
  /** Saves; null or false means refused (and told by useCommand). `saving` goes on to the command. */
  save: (value: P, saving: Saving) => Promise<unknown>;
  /** Beside the form of the page: Ctrl+S stays with that one. */
  isAside?: boolean;
  /** A page: who comes back to it finds it as it was left. What is typed in a dialog that was closed is only offered. */
  resumes?: boolean;
  /** How the draft is called in the list of what was being typed. */
  describe?: (value: T) => string;
  /** How its fields are told where what somebody else saved stands beside what is typed. */
  told?: Told<T>;
  /** It cannot be saved as it is: for a page that does not show all of its fields at once. */
  onRefused?: (issues: readonly FieldIssue[]) => void;
};

/** When it was typed (UTC instant); `form` null: there are only words, which have no field any more. */
export type Recovered = Pick<DraftText<object>, 'at' | 'form' | 'words'>;

/** Somebody else saved the record first; nothing is written over before the clerk has chosen. */
export type SavedChoice = {
  by: Overtaken;
  /** What is saved beside what is typed, field by field; null: it is still being read. */
  differences: readonly Difference[] | null;
  /** Saves what is typed, with what is saved in the place of these (ids of differences). What is not chosen is kept. */
  choose: (fromSaved: readonly string[]) => void;
  /** Neither yet. */
  putOff: () => void;
};

export type SavedForm<T extends object> = {
  /** Uncontrolled: `<TextInput key={form.key('place')} {...form.getInputProps('place')} />`. */
  form: UseFormReturnType<T>;
  draftKey: string;
  /** Read these two only where they are shown: reading them renders the component again when they change. */
  readonly dirty: boolean;
  readonly status: TypingState;
  /** As typed. Fetches what controls have not handed over yet (see `defer`). */
  values: () => T;
  save: () => Promise<boolean>;
  /** Something typed earlier that was never saved. */
  recovered: Recovered | null;
  /** Somebody else saved the record after that was typed. */
  savedSince: { at: string; name: string | null } | null;
  /** Takes it back; what has been typed meanwhile is offered in its place. */
  useRecovered: () => void;
  dropRecovered: () => void;
  choice: SavedChoice | null;
  issues: FieldIssue[];
  /**
   * For a control whose value is dear to make (an editor's whole text): says that `path` changed, and is asked for the
   * value only when a draft is written or the form is saved.
   */
  defer: (path: string, read: () => unknown) => void;
};

/** An empty field is told to be filled, not that its content is wrong. */
export function emptyFirst(issue: FieldIssue, value: unknown): FieldIssue {
  if (issue.message !== 'validation.invalid') return issue;
  const found = partAt(value, issue.path.split('.'));
  return found === null || found === undefined || found === ''
    ? { ...issue, message: 'validation.required' }
    : issue;
}
