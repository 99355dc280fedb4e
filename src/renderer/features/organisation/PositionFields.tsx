import { Button, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ChangeEvent } from 'react';
import type { ToldField } from '#renderer/lib/forms/differences.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { roleOfTitle } from '#shared/features/organisation/rules.ts';
import { type Position, type PositionRole, positionRoles } from '#shared/features/organisation/schema.ts';
import { translate } from '#shared/i18n/translate.ts';
import classes from './organisation.module.css';
import { periodText } from './period-text.ts';

/** What is printed after the name; always in Vietnamese, whatever language the screen has. */
function usualTitle(role: PositionRole): string {
  return translate('vi', `organisation.title.${role}`);
}

export function newPosition(validFrom: string): Position {
  return { role: 'member', title: usualTitle('member'), validFrom, validTo: null };
}

export const toldPositions: ToldField = {
  label: 'organisation.field.positions',
  tell: (say, item) => {
    const { role, title, validFrom, validTo } = item as Position;
    return `${title} (${say(`journal.value.role.${role}`)}), ${periodText(say, validFrom, validTo)}`;
  },
};

type PositionFieldsProps = { form: UseFormReturnType<{ positions: Position[]; validFrom: string }> };

/** The positions of one person, one after another or side by side. */
export function PositionFields({ form }: PositionFieldsProps) {
  const t = useT();
  const { positions } = form.getValues();
  const rowKey = form.key('positions');
  const put = (next: Position[]) => form.setFieldValue('positions', next);

  function changeRole(index: number, role: PositionRole): void {
    const position = form.getValues().positions[index];
    if (!position) return;
    const titled = position.title.trim();
    const isUsual = titled === '' || positionRoles.some((other) => usualTitle(other) === titled);
    form.setFieldValue(`positions.${index}.role`, role, { forceUpdate: false });
    if (isUsual) form.setFieldValue(`positions.${index}.title`, usualTitle(role));
  }

  /** "Bí thư Đảng ủy" says which office it is, unless the clerk has chosen another than the title spoke of. */
  function followTitle(index: number, title: string): void {
    const position = form.getValues().positions[index];
    if (position?.role !== roleOfTitle(position?.title ?? '')) return;
    const role = roleOfTitle(title);
    if (role !== position.role) form.setFieldValue(`positions.${index}.role`, role);
  }

  function titleProps(index: number) {
    const props = form.getInputProps(`positions.${index}.title`);
    return {
      ...props,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        followTitle(index, event.currentTarget.value);
        props.onChange(event);
      },
    };
  }

  return (
    <fieldset className={classes.positions}>
      <legend>{t('organisation.field.positions')}</legend>
      {positions.map((position, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first part changes whenever a row comes or goes
        <div key={`${rowKey} ${index}`} className={classes.position}>
          <div className={classes.pair}>
            <Select
              key={form.key(`positions.${index}.role`)}
              label={t('organisation.field.role')}
              defaultValue={position.role}
              onChange={(role) => role && changeRole(index, role)}
              data={positionRoles.map((role) => ({ value: role, label: t(`organisation.role.${role}`) }))}
            />
            <TextInput
              key={form.key(`positions.${index}.title`)}
              {...titleProps(index)}
              label={t('organisation.field.title')}
            />
            <DateField
              {...form.getInputProps(`positions.${index}.validFrom`)}
              label={t('organisation.field.validFrom')}
            />
            <DateField
              {...form.getInputProps(`positions.${index}.validTo`)}
              label={t('organisation.field.validTo')}
              placeholder={t('organisation.now')}
            />
          </div>
          {positions.length > 1 && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => put(form.getValues().positions.toSpliced(index, 1))}
            >
              {t('organisation.members.removePosition')}
            </Button>
          )}
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          const values = form.getValues();
          put([...values.positions, newPosition(values.validFrom)]);
        }}
      >
        {t('organisation.members.addPosition')}
      </Button>
    </fieldset>
  );
}
