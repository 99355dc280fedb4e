import { Button, Group, Select } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { wireOf } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { path } from '#renderer/lib/routes.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { toastDone, toastRefusal } from '#renderer/lib/toasts.tsx';
import { useTask } from '#renderer/lib/use-task.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { DataList } from '#renderer/ui/list/DataList.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { PrintActions } from '#renderer/ui/page-preview/index.ts';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import {
  type Register,
  type RegisterQuery,
  type RegisterRow,
  registerSums,
} from '#shared/features/documents/register.ts';
import { showDate } from '#shared/text/dates.ts';
import { roman } from '#shared/text/ordinals.ts';
import { useRegister } from '../queries.ts';
import { PaperEntryDialog } from './PaperEntryDialog.tsx';
import type { EntryStart } from './paper-entry-form.ts';
import { registerColumns, rowKey, rowText, shownRow } from './register-columns.tsx';
import { useRegisterChoice } from './use-register-choice.ts';

/** Sổ văn bản đi: every number of a term, with what is missing and what was voided. */
export function RegisterPage() {
  const t = useT();
  const [, go] = useLocation();
  const choice = useRegisterChoice();
  const { wanted, terms, choose } = choice;
  const { data, error, refetch } = useRegister(wanted);
  const [entering, setEntering] = useState<EntryStart | true | null>(null);
  const rows = useMemo(() => (data?.rows ?? []).map((row) => shownRow(row, t)), [data, t]);
  const columns = useMemo(() => registerColumns(t), [t]);
  const mayEnter = useMay('documents.enterFromPaper');
  useShortcuts(
    mayEnter ? [{ keys: 'ctrl+n', label: 'documents.paper.open', run: () => setEntering(true) }] : [],
  );

  function open(row: RegisterRow): void {
    if (row.kind === 'entry') {
      if (row.of === 'document') go(path.document(row.id));
      if (row.of === 'minutes') go(path.conference(row.id, 'finish'));
    } else if (mayEnter) setEntering(startOf(row, data));
  }

  const enter = mayEnter && (
    <Button onClick={() => setEntering(true)} title={t('documents.paper.openKeys')}>
      {t('documents.paper.open')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t('documents.register.title')}
        subtitle={
          data &&
          t('documents.register.subtitle', { ordinal: roman(data.termOrdinal), ...registerSums(data.rows) })
        }
        action={
          wanted && (
            <Group gap="xs" wrap="nowrap">
              <PrintActions source={async () => ({ kind: 'register', ...wanted })} />
              <ExcelAction wanted={wanted} />
              {enter}
            </Group>
          )
        }
      />
      {error && <ErrorNote error={wireOf(error)} onRetry={() => void refetch()} />}
      {choice.isReady && !wanted && <EmptyState message={t('documents.register.noTerm')} />}
      {wanted && data && (
        <DataList
          id="register"
          label={t('documents.register.title')}
          items={rows}
          columns={columns}
          rowKey={rowKey}
          searchText={rowText}
          onOpen={({ row }) => open(row)}
          empty={<EmptyState message={t('documents.register.empty')} firstStep={enter} />}
          toolbar={
            <>
              <Select
                aria-label={t('documents.register.term')}
                w={230}
                data={terms.map(({ id, ordinal, startsOn }) => ({
                  value: id,
                  label: t('documents.register.termChoice', {
                    ordinal: roman(ordinal),
                    from: showDate(startsOn),
                  }),
                }))}
                value={wanted.termId}
                allowDeselect={false}
                onChange={(termId) => choose({ termId, year: null, counter: null })}
              />
              <Select
                aria-label={t('documents.register.year')}
                w={130}
                data={[
                  { value: '', label: t('documents.register.allYears') },
                  ...withChosen(data.years, wanted.year).map((year) => ({
                    value: year,
                    label: t('documents.register.yearChoice', { year }),
                  })),
                ]}
                value={wanted.year ?? ''}
                allowDeselect={false}
                onChange={(year) => choose({ year: year || null })}
              />
              <Select
                aria-label={t('documents.register.counter')}
                w={220}
                data={[
                  { value: '', label: t('documents.register.allCounters') },
                  ...data.counters.map(({ counter, label }) => ({ value: counter, label })),
                ]}
                value={wanted.counter ?? ''}
                allowDeselect={false}
                onChange={(counter) => choose({ counter: counter || null })}
              />
              <Select
                aria-label={t('documents.register.order')}
                w={120}
                data={[
                  { value: 'number', label: t('documents.register.byNumber') },
                  { value: 'date', label: t('documents.register.byDate') },
                ]}
                value={wanted.order}
                allowDeselect={false}
                onChange={(order) => choose({ order: order === 'date' ? 'date' : 'number' })}
              />
            </>
          }
        />
      )}
      {entering && (
        <PaperEntryDialog
          start={entering === true ? undefined : entering}
          onClose={() => setEntering(null)}
        />
      )}
    </>
  );
}

function ExcelAction({ wanted }: { wanted: RegisterQuery }) {
  const t = useT();
  const { run, running, error } = useTask('documents.exportRegister');
  useEffect(() => {
    if (error && error.code !== 'CANCELLED') toastRefusal(error);
  }, [error]);
  if (running) return <TaskProgress running={running} what={t('documents.register.exporting')} />;
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={async () => {
        const done = await run(wanted);
        if (done) toastDone('documents.register.exported', { params: done });
      }}
    >
      {t('documents.register.excel')}
    </Button>
  );
}

/** A year stays a choice when its last number is taken out. */
function withChosen(years: readonly string[], chosen: string | null): string[] {
  return chosen === null || years.includes(chosen) ? [...years] : [...years, chosen];
}

/** The first missing number of the gap; issuer and type as its neighbours have them. */
function startOf(
  gap: Extract<RegisterRow, { kind: 'gap' }>,
  register: Register | undefined,
): EntryStart | true {
  const neighbour = register?.rows.find(
    (row) => row.kind === 'entry' && row.counter === gap.counter && row.number === gap.to + 1,
  );
  return neighbour?.kind === 'entry'
    ? { issuer: neighbour.issuer, type: neighbour.type, number: gap.from }
    : true;
}
