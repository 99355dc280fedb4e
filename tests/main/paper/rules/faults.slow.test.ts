import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { readPdf } from '../support/pdf-reader.ts';
import { startTypesetter } from '../support/typeset.ts';
import { checkLayout } from './check.ts';
import { documentOf, type Kind, type ProfileId, profileOf } from './documents.ts';

/** That the rules can fail: each value of a layout, made wrong by itself, breaks at least one of them. */

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

/** What no guideline fixes: the layout is free to choose it. */
const free = [
  /^(?:id|name|regime|validFrom|validTo|font)$/u,
  // Not of a document: how numbers run, the words the form proposes, the numbers of a bound file.
  /^(?:numbering|authority|sheetNumber)\./u,
  // How the room is shared out.
  /^head\.(?:rightMinMm|leftMinMm|gapMm|belowPt)$/u,
  /^titles\.(?:maxWidthMm|belowPt)$/u,
  // Only the line below tells how far it is.
  /^(?:titles\.typeName|appendix\.label)\.pitchPt$/u,
  /^addressees\.belowPt$/u,
  /^closing\.abovePt$/u,
  /^recipients\.label\.pitchPt$/u,
  // Tables: only the first size shows where all fits.
  /^table\.(?:sizesPt\.[1-4]|insetMm|flexMinMm|fixedMaxMm|gapPt|wholeRows)$/u,
];

/** Already in capitals before the layout, or without small letters. */
const capitalsAnyway =
  /^(?:head\.(?:urgency|circulation|title)|titles\.(?:typeName|dashes)|opening|head\.star|appendix\.label)\.caps$/u;

type Fault = { path: string; change: (profile: LayoutProfile) => LayoutProfile };

function wrong(value: unknown, path: string): unknown {
  // The guideline says how much at least.
  if (path === 'body.paragraphGapPt') return 3;
  if (typeof value === 'number') return Math.round(value * 1.35) + 1;
  if (typeof value === 'boolean') return !value;
  if (value === 'arabic') return 'roman';
  if (value === 'roman') return 'arabic';
  if (value === 'figures') return 'words';
  if (value === 'words') return 'figures';
  if (value === ';' || value === '') return ',';
  return ';';
}

/** Every value, and each face with one quality more or less. */
function faultsOf(value: unknown, at: readonly string[] = []): Fault[] {
  const here = at.join('.');
  if (value === null) return [];
  if (typeof value !== 'object')
    return [{ path: here, change: (profile) => put(profile, at, wrong(value, here)) }];
  const qualities =
    'sizePt' in value && !here.startsWith('pageNumber') ? ['bold', 'italic', 'caps', 'underline'] : [];
  const missing = qualities
    .filter((quality) => !(quality in value))
    .map((quality) => ({
      path: `${here}.${quality}`,
      change: (profile: LayoutProfile) => put(profile, [...at, quality], true),
    }));
  return [...Object.entries(value).flatMap(([key, part]) => faultsOf(part, [...at, key])), ...missing];
}

function put(profile: LayoutProfile, path: readonly string[], value: unknown): LayoutProfile {
  const copy = structuredClone(profile);
  let at = copy as unknown as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1) as string] = value;
  return copy;
}

/** Where values show that a paper of one page has not. */
const shownIn: readonly [path: RegExp, kind: Kind][] = [
  [/^head\.letterSubject\./u, 'letter'],
  [/^addressees\.submissionText$/u, 'submission'],
  [/^page\.bottomMm$/u, 'long'],
  [/^(?:headings|table|appendix|addressees)\.|^head\.(?:draft|urgency|circulation)\./u, 'everything'],
];

/** A paper of one page is set and read in a quarter of the time of one that has everything. */
function kindsFor(path: string): ReadonlySet<Kind> {
  const first = shownIn.find(([shown]) => shown.test(path))?.[1];
  return new Set([first ?? 'submission', 'everything']);
}

async function breaksRule(id: ProfileId, { path, change }: Fault): Promise<boolean> {
  for (const kind of kindsFor(path)) {
    const model = documentOf(id, kind, change);
    const pdf = await readPdf((await typesetter.pdf(model)).bytes);
    if (Object.keys(checkLayout(pdf, model).broken).length > 0) return true;
  }
  return false;
}

describe.each(['hd05', 'nd30'] as const)('a wrong value in the layout %s', (id) => {
  const faults = faultsOf(profileOf(id)).filter(
    ({ path }) => !free.some((one) => one.test(path)) && !capitalsAnyway.test(path),
  );

  it('breaks a rule, whichever it is', { timeout: 900_000 }, async () => {
    expect(faults.length).toBeGreaterThan(120);
    const missed: string[] = [];
    for (const fault of faults) if (!(await breaksRule(id, fault))) missed.push(fault.path);
    expect(missed).toEqual([]);
  });
});

it('the older guideline of the Party differs only where the newer one does', async () => {
  const [older, newer] = [profileOf('hd36'), profileOf('hd05')];
  const model = documentOf('hd05', 'everything', () => ({ ...older, id: newer.id }));
  const pdf = await readPdf((await typesetter.pdf(model)).bytes);
  expect(Object.keys(checkLayout(pdf, model).broken)).toEqual(['recipients end with their marks']);
});
