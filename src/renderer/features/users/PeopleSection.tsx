import { Button, Menu, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay, usePresence } from '#renderer/lib/presence.ts';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { type Column, DataList } from '#renderer/ui/list/DataList.tsx';
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx';
import { lockChoices, type User } from '#shared/features/users/schema.ts';
import { PersonForm } from './PersonForm.tsx';
import { RecoveryCodeDialog } from './RecoveryCodeDialog.tsx';
import { ResetPinDialog } from './ResetPinDialog.tsx';
import { roleNames } from './role-names.ts';
import classes from './users.module.css';

/** Who works at this PC, and what each of them does. */
export function PeopleSection() {
  const t = useT();
  const presence = usePresence();
  const mayEdit = useMay('users.save');
  const { data: users } = useQuery(methodQuery('users.list', {}));
  const [edited, setEdited] = useState<User | 'first' | null | 'none'>('none');
  const [reset, setReset] = useState<User | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const newCode = useCommand('users.newRecoveryCode', {
    onDone: ({ recoveryCode }) => setCode(recoveryCode),
  });
  const setLock = useCommand('users.setLock', {
    onDone: () => void queryClient.invalidateQueries({ queryKey: ['users.presence'] }),
  });
  if (!users || !presence) return null;

  const columns: Column<User>[] = [
    { id: 'name', header: t('users.field.name'), cell: ({ name }) => name, sortValue: ({ name }) => name },
    { id: 'title', header: t('users.field.title'), cell: ({ title }) => title },
    { id: 'roles', header: t('users.field.roles'), cell: ({ roles }) => roleNames(t, roles) },
    {
      id: 'active',
      header: t('users.column.state'),
      cell: ({ isActive }) => t(isActive ? 'users.state.active' : 'users.state.inactive'),
      width: '120px',
    },
  ];
  const dialogs = (
    <>
      {edited !== 'none' && (
        <PersonForm
          person={edited}
          onClose={() => setEdited('none')}
          onBegun={(recoveryCode) => {
            setEdited('none');
            setCode(recoveryCode);
          }}
        />
      )}
      {reset && <ResetPinDialog person={reset} onClose={() => setReset(null)} />}
      {code !== null && <RecoveryCodeDialog code={code} onClose={() => setCode(null)} />}
    </>
  );
  if (users.length === 0) {
    return (
      <>
        <EmptyState
          message={t('users.section.empty')}
          firstStep={<Button onClick={() => setEdited('first')}>{t('users.form.first')}</Button>}
        />
        {dialogs}
      </>
    );
  }
  return (
    <div className={classes.settings}>
      <Text size="sm" c="dimmed">
        {t('users.section.intro')}
      </Text>
      {mayEdit ? (
        <div className={classes.lead}>
          <Button variant="default" onClick={() => setEdited(null)}>
            {t('users.form.add')}
          </Button>
          <Button variant="default" onClick={() => void newCode.run({})}>
            {t('users.recovery.new')}
          </Button>
          <Select
            w={260}
            aria-label={t('users.lockAfter.label')}
            allowDeselect={false}
            value={String(presence.lockAfterMinutes)}
            onChange={(value) => {
              const minutes = lockChoices.find((choice) => String(choice) === value);
              if (minutes !== undefined) void setLock.run({ minutes });
            }}
            data={lockChoices.map((minutes) => ({
              value: String(minutes),
              label: minutes === 0 ? t('users.lockAfter.never') : t('users.lockAfter.minutes', { minutes }),
            }))}
          />
        </div>
      ) : (
        <Text size="sm">{t('users.section.onlyAdmin')}</Text>
      )}
      <DataList
        id="users"
        label={t('users.section.label')}
        items={users}
        columns={columns}
        rowKey={({ id }) => id}
        searchText={({ name, title }) => `${name} ${title}`}
        autoFocus={false}
        {...(mayEdit && {
          onOpen: setEdited,
          rowMenu: (user: User) => (
            <MoreMenu place="row">
              <Menu.Item onClick={() => setEdited(user)}>{t('ui.action.edit')}</Menu.Item>
              <Menu.Item onClick={() => setReset(user)}>{t('users.reset.action')}</Menu.Item>
            </MoreMenu>
          ),
        })}
      />
      {dialogs}
    </div>
  );
}
