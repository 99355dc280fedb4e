import { SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { wireOf } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { pathOfHit } from '#renderer/lib/record-places.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { FindBox } from '#renderer/ui/list/FindBox.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { Hit, HitKind } from '#shared/features/search/contract.ts';
import { HitRow } from './HitRow.tsx';
import { useHits } from './hits.ts';
import classes from './search.module.css';

/** More than anybody reads: who does not see theirs adds a word. */
const most = 200;

const scopes = {
  all: undefined,
  documents: ['document'],
  conferences: ['conference', 'item'],
  people: ['person'],
  indicators: ['indicator'],
  files: ['attachment'],
} as const satisfies Record<string, readonly HitKind[] | undefined>;
type Scope = keyof typeof scopes;
const scopeNames: readonly Scope[] = ['all', 'documents', 'conferences', 'people', 'indicators', 'files'];

/** Everything that says the words. They stand in the address, so that coming back finds the page as it was left. */
export function SearchPage() {
  const t = useT();
  const [, go] = useLocation();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(search.get('q') ?? '');
  const scope = scopeNames.find((name) => name === search.get('in')) ?? 'all';
  const { total, hits, text, isLooking, error } = useHits(typed, most, scopes[scope]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows what was looked for
  useEffect(() => setSearch(addressOf(text, scope), { replace: true }), [text]);

  const isFound = text === typed.trim() && !isLooking;
  return (
    <>
      <PageHeader title={t('search.page.title')} />
      <FindBox<Hit>
        fill
        label={t('search.page.label')}
        placeholder={t('search.page.placeholder')}
        value={typed}
        onChange={setTyped}
        options={hits}
        keyOf={({ kind, id }) => `${kind} ${id}`}
        onChoose={(hit) => go(pathOfHit(hit))}
        atEnter={(marked) => (isFound ? hits[marked] : undefined)}
        below={
          <div className={classes.below}>
            <SegmentedControl
              size="xs"
              aria-label={t('search.page.scope')}
              value={scope}
              onChange={(value) => setSearch(addressOf(text, value), { replace: true })}
              data={scopeNames.map((value) => ({ value, label: t(`search.scope.${value}`) }))}
            />
            {error ? (
              <ErrorNote error={wireOf(error)} />
            ) : (
              <span className={classes.count} role="status">
                {summary()}
              </span>
            )}
          </div>
        }
      >
        {(hit) => <HitRow hit={hit} />}
      </FindBox>
    </>
  );

  function summary(): string {
    if (typed.trim().length < 2) return t('search.page.hint');
    if (!isFound) return t('search.page.looking');
    if (total === 0) return t('search.page.none');
    return total > hits.length
      ? t('search.page.many', { total, shown: hits.length })
      : t('search.page.count', { count: total });
  }
}

function addressOf(text: string, scope: Scope): URLSearchParams {
  return new URLSearchParams({ ...(text && { q: text }), ...(scope !== 'all' && { in: scope }) });
}
