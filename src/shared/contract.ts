import type { z } from 'zod';
import type { ContractShape, Method, MethodKind, SavedRows } from './define.ts';
import { appContract } from './features/app/contract.ts';
import { approvalsContract } from './features/approvals/contract.ts';
import { attachmentsContract } from './features/attachments/contract.ts';
import { backupContract } from './features/backup/contract.ts';
import { conferencesContract } from './features/conferences/contract.ts';
import { documentsContract } from './features/documents/contract.ts';
import { draftsContract } from './features/drafts/contract.ts';
import { indicatorsContract } from './features/indicators/contract.ts';
import { journalContract } from './features/journal/contract.ts';
import { organisationContract } from './features/organisation/contract.ts';
import { phrasesContract } from './features/phrases/contract.ts';
import { printContract } from './features/print/contract.ts';
import { reviewsContract } from './features/reviews/contract.ts';
import { searchContract } from './features/search/contract.ts';
import { usersContract } from './features/users/contract.ts';

/** THE contract: a method exists here and in its handler, and nowhere else. */
export const contract = {
  app: appContract,
  organisation: organisationContract,
  conferences: conferencesContract,
  documents: documentsContract,
  approvals: approvalsContract,
  indicators: indicatorsContract,
  attachments: attachmentsContract,
  drafts: draftsContract,
  phrases: phrasesContract,
  reviews: reviewsContract,
  search: searchContract,
  print: printContract,
  backup: backupContract,
  journal: journalContract,
  users: usersContract,
} satisfies ContractShape;

export type Contract = typeof contract;

export type MethodName = {
  [F in keyof Contract & string]: `${F}.${keyof Contract[F] & string}`;
}[keyof Contract & string];

type MethodOf<N extends MethodName> = N extends `${infer F}.${infer M}`
  ? F extends keyof Contract
    ? M extends keyof Contract[F]
      ? Contract[F][M] extends Method
        ? Contract[F][M]
        : never
      : never
    : never
  : never;

/** One that says what it saves. */
type Saving = { saves: readonly [SavedRows, ...SavedRows[]] };

/** Methods whose callers may say what they are based on. */
export type SavingMethod = { [N in MethodName]: MethodOf<N> extends Saving ? N : never }[MethodName];

/** With the id of the change set as of which what is saved was read; the door takes it off. */
type BasedOn<M extends Method> = M extends Saving ? { basedOn?: string | undefined } : unknown;

/** What a caller gives: defaults may be left out. */
export type Input<N extends MethodName> = z.input<MethodOf<N>['input']> & BasedOn<MethodOf<N>>;
/** What a handler receives. */
export type Parsed<N extends MethodName> = z.output<MethodOf<N>['input']>;
export type Output<N extends MethodName> = z.output<MethodOf<N>['output']>;

/** The typed client, derived: `client.conferences.save({...})`. */
export type Client = {
  [F in keyof Contract]: {
    [M in keyof Contract[F]]: Contract[F][M] extends Method<MethodKind, infer I, infer O>
      ? (input: z.input<I> & BasedOn<Contract[F][M]>) => Promise<z.output<O>>
      : never;
  };
};

const groups: ContractShape = contract;
const methods = new Map<string, Method>(
  Object.entries(groups).flatMap(([feature, group]) =>
    Object.entries(group).map(([name, method]) => [`${feature}.${name}`, method] as const),
  ),
);

/** Every method by its full name, in the order of the contract. */
export function allMethods(): ReadonlyMap<MethodName, Method> {
  // Their names are put together above just as the type puts them together.
  return methods as ReadonlyMap<MethodName, Method>;
}
