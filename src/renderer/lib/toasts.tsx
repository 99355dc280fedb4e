import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { WireError } from '#shared/errors.ts';
import { type MessageId, type Params, useErrorText, useT } from './i18n.tsx';

export type ToastAction = { label: MessageId; run: () => void };

export type ToastOptions = {
  params?: Params;
  /** A message that fills `{act}` of the text. */
  act?: MessageId;
  action?: ToastAction;
  /** Stays until it is closed: what the clerk must be able to write down. */
  stays?: boolean;
};

// One toast at a time: the newest act is the one that the clerk may want back.
let shown = 0;

function hide(): void {
  notifications.hide(`act-${shown}`);
}

function show(message: ReactNode, failed: boolean, stays = false): void {
  hide();
  shown += 1;
  notifications.show({
    id: `act-${shown}`,
    message,
    color: failed ? 'red' : 'gray',
    autoClose: stays ? false : failed ? 12_000 : 8_000,
    role: failed ? 'alert' : 'status',
  });
}

function Done({ text, params, act, action }: ToastOptions & { text: MessageId }) {
  const t = useT();
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      <Text size="sm">{t(text, act ? { ...params, act: t(act) } : params)}</Text>
      {action && (
        <Button
          size="compact-sm"
          variant="default"
          style={{ flexShrink: 0 }}
          onClick={() => {
            hide();
            action.run();
          }}
        >
          {t(action.label)}
        </Button>
      )}
    </Group>
  );
}

function Refusal({ error }: { error: WireError }) {
  return <Text size="sm">{useErrorText()(error)}</Text>;
}

/** Nothing is left of what was told: somebody else sits there now. */
export function hideToasts(): void {
  notifications.clean();
}

/** Tells what was done, with the way back where there is one. */
export function toastDone(text: MessageId, options: ToastOptions = {}): void {
  show(<Done text={text} {...options} />, false, options.stays);
}

/** Tells why something was not done. */
export function toastRefusal(error: WireError): void {
  show(<Refusal error={error} />, true);
}
