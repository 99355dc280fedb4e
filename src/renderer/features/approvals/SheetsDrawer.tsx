import { Button, MultiSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { localDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { SideDialog } from '#renderer/ui/Dialog.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { PagePreview, PrintActions, usePages } from '#renderer/ui/page-preview/index.ts';
import { usualDue } from '#shared/features/approvals/rules.ts';
import { tallySheets } from '#shared/features/approvals/sheets.ts';
import { positionOn, termOn } from '#shared/features/organisation/rules.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import { isoDate } from '#shared/fields.ts';
import classes from './approvals.module.css';
import { SheetRow } from './SheetRow.tsx';

type Props = { documentId: string; date: string | null; onClose: () => void };

/** Asking members in writing: sheets left, to be handed out and entered when they are back; their pages right. */
export function SheetsDrawer({ documentId, date, onClose }: Props) {
  const t = useT();
  const mayWrite = useMay('approvals.handOutSheets');
  const { data: sheets = [] } = useQuery(methodQuery('approvals.sheets', { documentId }));
  const source: PrintSource = { kind: 'opinionSheets', id: documentId };
  const tally = tallySheets(sheets);
  return (
    <SideDialog
      opened
      onClose={onClose}
      position="right"
      size="min(1180px, 94vw)"
      title={t('approvals.sheets.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      classNames={{ content: classes.drawer, body: classes.drawerBody }}
    >
      <div className={classes.sheets}>
        <div className={classes.sheetList}>
          {mayWrite && <HandOut documentId={documentId} day={date ?? localDay()} sheets={sheets} />}
          <Text size="sm" fw={600} role="status">
            {sheets.length === 0 ? t('approvals.sheets.none') : t('approvals.sheets.tally', { ...tally })}
          </Text>
          <ul className={classes.sheetRows}>
            {sheets.map((sheet) => (
              <SheetRow key={sheet.id} sheet={sheet} isReadOnly={!mayWrite} />
            ))}
          </ul>
        </div>
        <PagePreview
          shown={usePages(source)}
          actions={<PrintActions source={async () => source} isInDialog />}
        />
      </div>
    </SideDialog>
  );
}

type HandOutProps = { documentId: string; day: string; sheets: readonly { name: string }[] };

/** The members of that day, the standing committee first offered; who has a sheet already is left out. */
function HandOut({ documentId, day, sheets }: HandOutProps) {
  const t = useT();
  const { data: organisation } = useQuery(methodQuery('organisation.get', {}));
  const term = organisation && termOn(organisation, day);
  const { data: members = [] } = useQuery({
    ...methodQuery('organisation.listMembers', { termId: term?.id }),
    enabled: term !== undefined,
  });
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [dueOn, setDue] = useState<string | null>(() => usualDue(localDay()));
  const handOut = useCommand('approvals.handOutSheets', { onDone: () => setChosen([]) });
  const known = new Set(sheets.map(({ name }) => name));
  const people = members
    .filter(({ fullName }) => !known.has(fullName))
    .map((member) => ({ ...member, position: positionOn(member, day) }));
  const standing = people
    .filter(({ position }) => position && position.role !== 'member')
    .map(({ id }) => id);
  const wanted = chosen ?? (sheets.length === 0 ? standing : []);
  const isDate = dueOn === null || isoDate.safeParse(dueOn).success;

  return (
    <div className={classes.handOut}>
      <MultiSelect
        label={t('approvals.sheets.people')}
        placeholder={wanted.length === 0 ? t('approvals.sheets.peopleHint') : undefined}
        searchable
        clearable
        value={wanted}
        onChange={setChosen}
        data={people.map(({ id, fullName, position }) => ({
          value: id,
          label: position ? `${fullName} – ${position.title}` : fullName,
        }))}
        maxDropdownHeight={260}
      />
      <div className={classes.handOutRow}>
        <DateField
          label={t('approvals.field.dueOn')}
          value={dueOn}
          onChange={setDue}
          error={isDate ? undefined : t('validation.date')}
        />
        <Button
          disabled={wanted.length === 0 || !isDate}
          loading={handOut.pending}
          onClick={() =>
            void handOut.run({
              documentId,
              dueOn,
              people: people
                .filter(({ id }) => wanted.includes(id))
                .map(({ fullName, position }) => ({ name: fullName, title: position?.title ?? '' })),
            })
          }
        >
          {t('approvals.sheets.handOut', { count: wanted.length })}
        </Button>
      </div>
    </div>
  );
}
