import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { client } from '#renderer/lib/client.ts';
import { dynamicText, useT } from '#renderer/lib/i18n.tsx';
import { same } from '#renderer/lib/same.ts';
import { type Pages, useLatestPages } from '#renderer/ui/page-preview/index.ts';
import type { ProfileSample } from '#shared/features/print/contract.ts';
import { type LayoutProfile, layoutProfile } from '#shared/paper/profile.ts';
import { type LayoutFault, layoutFaults } from '#shared/paper/profile-rules.ts';
import { changedPaths } from '#shared/paper/profile-values.ts';
import type { SavedProfile } from './profile-form.ts';

type Typed = { wrongAt: string | null; faults: readonly LayoutFault[]; changed: readonly string[] };

export type Sample = {
  pages: Pages;
  /** The first value that cannot be printed; until it is put right, the sample shows earlier ones. */
  wrongAt: string | null;
  faults: ReadonlyMap<string, string>;
  /** Where what is typed differs from the guideline. */
  changed: readonly string[];
};

const parts = Object.keys(layoutProfile.shape);

/** A sample page that follows what is typed in the form, and what is to be said about it. */
export function useSample(saved: SavedProfile, guideline: LayoutProfile, sample: ProfileSample): Sample {
  const t = useT();
  const look = (): Typed => {
    const values = saved.values();
    const parsed = layoutProfile.safeParse(values);
    const faults = parsed.success ? layoutFaults(parsed.data) : [];
    const refused = parsed.error?.issues[0]?.path.join('.');
    return {
      wrongAt: refused ?? faults[0]?.path ?? null,
      faults,
      changed: changedPaths(values, guideline),
    };
  };
  const [typed, setTyped] = useState(look);
  const newest = useRef(look);
  newest.current = look;

  const { touch, ...pages } = useLatestPages(
    () => (look().wrongAt === null ? client.print.sampleProfile({ profile: saved.values(), sample }) : null),
    true,
  );
  const follow = useCallback(() => {
    touch();
    const next = newest.current();
    setTyped((old) => (same(old, next) ? old : next));
  }, [touch]);
  // Always the same parts in the same order, as hooks must be.
  for (const part of parts) saved.form.watch(part, follow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sample, or another guideline, is looked at anew
  useEffect(follow, [sample, guideline]);

  const faults = useMemo(
    () =>
      new Map(
        typed.faults.map(({ path, reason, params }) => [
          path,
          dynamicText(t, `error.RULE.${reason}`, 'validation.layout', params),
        ]),
      ),
    [t, typed.faults],
  );
  return { pages, wrongAt: typed.wrongAt, faults, changed: typed.changed };
}
