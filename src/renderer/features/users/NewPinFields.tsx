import { useT } from '#renderer/lib/i18n.tsx';
import { isEasyPin } from '#shared/features/users/schema.ts';
import type { MessageId } from '#shared/i18n/translate.ts';
import { PinField } from './PinField.tsx';
import classes from './users.module.css';

/** A PIN is typed twice, because nobody sees it. */
export type NewPin = { pin: string; again: string };
export const noNewPin: NewPin = { pin: '', again: '' };

/** Null while it is not one. */
export function newPinOf(typed: NewPin): string | null {
  return faultOf(typed) === null ? typed.pin : null;
}

function faultOf({ pin, again }: NewPin): { field: keyof NewPin; message: MessageId } | null {
  if (!/^\d{4,6}$/u.test(pin)) return { field: 'pin', message: 'validation.pin' };
  if (isEasyPin(pin)) return { field: 'pin', message: 'validation.easyPin' };
  return pin === again ? null : { field: 'again', message: 'users.pin.differs' };
}

type Props = { typed: NewPin; onChange: (typed: NewPin) => void; isTried: boolean };

export function NewPinFields({ typed, onChange, isTried }: Props) {
  const t = useT();
  const fault = isTried ? faultOf(typed) : null;
  const errorOf = (field: keyof NewPin) => (fault?.field === field ? t(fault.message) : undefined);
  return (
    <div className={classes.pair}>
      <PinField
        label={t('users.pin.new')}
        description={t('users.pin.hint')}
        value={typed.pin}
        onChange={(pin) => onChange({ ...typed, pin })}
        error={errorOf('pin')}
      />
      <PinField
        label={t('users.pin.again')}
        description={t('users.pin.againHint')}
        value={typed.again}
        onChange={(again) => onChange({ ...typed, again })}
        error={errorOf('again')}
      />
    </div>
  );
}
