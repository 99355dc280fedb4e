import { Checkbox, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { basisOf } from '#renderer/lib/basis.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { everyRole, type Role } from '#shared/define.ts';
import type { User } from '#shared/features/users/schema.ts';
import { NewPinFields, newPinOf, noNewPin } from './NewPinFields.tsx';

type Props = {
  /** Null: a new one; 'first': the one with whom the office begins to know its people. */
  person: User | 'first' | null;
  onClose: () => void;
  onBegun: (recoveryCode: string) => void;
};

/** Not kept as a draft while it is typed, unlike other forms: it holds a PIN. */
export function PersonForm({ person, onClose, onBegun }: Props) {
  const t = useT();
  const isFirst = person === 'first';
  const known = isFirst ? null : person;
  const [name, setName] = useState(known?.name ?? '');
  const [title, setTitle] = useState(known?.title ?? '');
  const [roles, setRoles] = useState<readonly Role[]>(
    known?.roles ?? (isFirst ? ['clerk', 'admin'] : ['clerk']),
  );
  const [isActive, setActive] = useState(known?.isActive ?? true);
  const [typed, setTyped] = useState(noNewPin);
  const [isTried, setTried] = useState(false);
  const begin = useCommand('users.begin', {
    onDone: ({ recoveryCode }) => onBegun(recoveryCode),
    inPlace: true,
  });
  const add = useCommand('users.add', { onDone: onClose, inPlace: true });
  const save = useCommand('users.save', { onDone: onClose, inPlace: true });
  const [basis] = useState(() => basisOf(known));
  const isNameMissing = name.trim() === '';
  const isAdminMissing = isFirst && !roles.includes('admin');

  function confirm(): void {
    setTried(true);
    if (isNameMissing || isAdminMissing || roles.length === 0) return;
    const fields = { name, title, roles: [...roles] };
    if (known) {
      void save.run({ ...fields, isActive, id: known.id }, { basedOn: basis?.id });
      return;
    }
    const pin = newPinOf(typed);
    if (pin === null) return;
    if (isFirst) void begin.run({ ...fields, pin });
    else void add.run({ ...fields, pin });
  }

  return (
    <ActionDialog
      title={t(known ? 'users.form.edit' : isFirst ? 'users.form.first' : 'users.form.add')}
      act={t(known ? 'ui.save.action' : isFirst ? 'users.form.begin' : 'users.form.add')}
      onAct={confirm}
      onClose={onClose}
      pending={begin.pending || add.pending || save.pending}
      error={begin.error ?? add.error ?? save.error}
      size="lg"
      yOffset="5dvh"
    >
      <TextInput
        label={t('users.field.name')}
        placeholder={t('users.example.name')}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isTried && isNameMissing ? t('validation.required') : undefined}
      />
      <TextInput
        label={t('users.field.title')}
        placeholder={t('users.example.title')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={t('users.field.roles')}
        value={[...roles]}
        onChange={(chosen) => setRoles(everyRole.filter((role) => chosen.includes(role)))}
        error={
          isTried && roles.length === 0
            ? t('validation.roles')
            : isTried && isAdminMissing
              ? t('users.form.firstIsAdmin')
              : undefined
        }
      >
        <Stack gap={6} mt={4}>
          {everyRole.map((role) => (
            <Checkbox key={role} value={role} label={t(`users.roleWhat.${role}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {known ? (
        <Switch
          label={t('users.field.isActive')}
          checked={isActive}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
      ) : (
        <NewPinFields typed={typed} onChange={setTyped} isTried={isTried} />
      )}
      {isFirst && (
        <Text size="sm" c="dimmed">
          {t('users.form.firstConsequence')}
        </Text>
      )}
    </ActionDialog>
  );
}
