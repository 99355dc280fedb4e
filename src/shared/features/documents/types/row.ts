import type { Regime } from '../../../paper/profile.ts';
import type { Issuer } from '../../organisation/issuers.ts';

/** The bodies whose powers the rule names (domain 2.2); of the others it says nothing, so nothing is beyond them. */
export const ruledBodies = ['committee', 'standing', 'cell'] as const satisfies readonly Issuer[];
type Ruled = (typeof ruledBodies)[number];

/** A body, and the days on which the rule gives it the type where that was not always so. */
type Power = Ruled | { issuer: Ruled; from?: string; to?: string };

/** What a new text begins with; "…" is left to the clerk. */
export type Outline =
  /** Headings to fill in; each prints as "I- TÊN MỤC". */
  | { sections: readonly string[] }
  /** "Điều 1.", then its words. */
  | { articles: readonly string[] }
  /** "Điều 1." with a title on its own line, and its text below it. */
  | { titledArticles: readonly string[] };

/** What every row says. */
type Said = {
  /** As printed: "Nghị quyết". */
  name: string;
  /** In its number: "NQ". At most four letters, the first a capital, or a number that is cited is not known as one. */
  symbol: string;
  /** Which of the ruled bodies may issue it, or why none of them may. Only ever a warning. */
  powers: 'every' | readonly [Power, ...Power[]] | { nobody: string };
};

/** What a row says where it is otherwise than in `unsaid`. */
type Unsaid = {
  /** Which place it has among what a body mostly writes, counted from 1; of two in one place the upper row comes first. */
  usual: Partial<Record<Issuer, number>>;

  /** What else it is called in a text. */
  alsoCalled: readonly string[];
  /** Where papers of the state print another (domain 2.1, 2.4). */
  stateSymbol: string | null;
  /** What stands in numbers of the Party by mistake. */
  wrongSymbols: readonly string[];
  /** A number of the state names its body alone: "12/UBND". What it counts with is a matter of the layout. */
  isBareInState: boolean;

  /** With its name in the middle, or as a letter whose subject stands under the number. */
  form: 'document' | 'letter';
  outline: Outline | null;
  /** Where the state writes it in another form (domain 3.3). */
  stateOutline: Outline | null;
  /** After a conference its text begins with what was marked in the minutes. */
  isFromFindings: boolean;
  /** How a subject usually begins; the clerk writes the rest where "…" stands. */
  subject: string;
  /** Of a body that writes one a year: the coming year is put behind it. */
  yearlySubject: Partial<Record<Issuer, string>>;
  /** What the opening line says after who decides: "quyết nghị:". */
  act: string;

  /** What it rests on: the conference that adopted it, or that and the usual bases of its body. */
  bases: 'none' | 'conference' | 'usual';
  /** What a check takes it for that there is none (domain 1.2 component 6, and custom). */
  withoutBases: 'fault' | 'doubt' | null;
  /** "Kính gửi" anybody, "Kính trình" the superior. */
  addressed: 'nobody' | 'anybody' | 'superior';
  /** Not of what is handed to somebody, and of minutes (domain 1.2, 1.6). */
  needsRecipients: boolean;
  /** Who signs on the left, by hand, in the place of the recipients (domain 1.6). */
  alsoSigns: Partial<Record<Regime, string>>;

  /** It speaks of others as "this": an attached draft, what was reported. */
  speaksOfOthers: boolean;
  /** It puts what stands behind it in force, and calls that "this" too. */
  putsInForce: boolean;
  isPutInForce: boolean;
};

export type TypeRow = Said & Partial<Unsaid>;
export type TypeFacts = Said & Unsaid;

/** What holds of a type whose row does not say otherwise. */
export const unsaid: Unsaid = {
  usual: {},
  alsoCalled: [],
  stateSymbol: null,
  wrongSymbols: [],
  isBareInState: false,
  form: 'document',
  outline: null,
  stateOutline: null,
  isFromFindings: false,
  subject: 'về …',
  yearlySubject: {},
  act: '',
  bases: 'none',
  withoutBases: null,
  addressed: 'nobody',
  needsRecipients: true,
  alsoSigns: {},
  speaksOfOthers: false,
  putsInForce: false,
  isPutInForce: false,
};

/** Of what the rule names for higher bodies only. */
export const notGiven: TypeRow['powers'] = { nobody: 'Domain 2.2 gives it to no grassroots body.' };
/** Of what the rule does not name for a grassroots body at all. */
export const notNamed: TypeRow['powers'] = { nobody: 'Domain 2.2 does not name it for a grassroots body.' };
