import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import type { WireError } from '#shared/errors.ts';
import { Dialog } from './Dialog.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { KeyCap } from './KeyCap.tsx';
import classes from './ui.module.css';

const actButton = '[type="submit"]';
const first = `input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), ${actButton}`;

/** Marks what it gives the focus to: the library's dialog looks for it a moment later. */
function takeFocus(form: HTMLElement | null): void {
  const element =
    form?.querySelector<HTMLElement>('[data-autofocus]') ?? form?.querySelector<HTMLElement>(first);
  element?.setAttribute('data-autofocus', '');
  element?.focus();
}

export type ActionDialogProps = {
  /** Names the thing: "Hủy số 12-NQ/ĐU?" */
  title: string;
  /** Names the consequence, above the fields. */
  explanation?: ReactNode;
  /** The fields, and what is to be known before. */
  children?: ReactNode;
  /** The act, as a verb: "Hủy số". */
  act: string;
  onAct: () => void;
  onClose: () => void;
  /** It is being done: until it is, nothing does it again and nothing closes the dialog. */
  pending?: boolean;
  /** Why it was refused; what is wrong with one field stands under that field. */
  error?: WireError | null;
  /** Something is missing that the act cannot do without. */
  disabled?: boolean;
  /** Cannot be taken back: Enter in the last field only leads to the button, and Ctrl+S, which saves elsewhere, rests. */
  isFinal?: boolean;
  danger?: boolean;
  /** What has the focus first, unless something inside is marked with `data-autofocus`; the first field, if there is one. */
  startsAt?: 'field' | 'act' | 'cancel';
  /** Keys to be seen on the button. */
  shownKeys?: string;
  /** At the start of the line of buttons. */
  aside?: ReactNode;
  size?: 'lg' | 'xl';
  /** Its place from the top, for what is tall or grows; in the middle otherwise. */
  yOffset?: string;
};

/**
 * A question with one act. Enter goes on to the next field and after the last one does it, Ctrl+Enter and Ctrl+S do it
 * from anywhere, Esc leaves.
 */
export function ActionDialog(props: ActionDialogProps) {
  const { act, onAct, onClose, children, explanation, error, shownKeys, aside, yOffset } = props;
  const { pending = false, disabled = false, isFinal = false, startsAt = 'field' } = props;
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const begin = useCallback((element: HTMLFormElement | null) => {
    form.current = element;
    takeFocus(element);
  }, []);

  // Refused: the button that was pressed was off meanwhile, and has lost the focus.
  useEffect(() => {
    if (!pending && !form.current?.contains(document.activeElement)) takeFocus(form.current);
  }, [pending]);

  function run(): void {
    if (!pending && !disabled) onAct();
  }

  function close(): void {
    if (!pending) onClose();
  }

  function afterLast(): void {
    if (isFinal) form.current?.querySelector<HTMLElement>(actButton)?.focus();
    else run();
  }

  const keys = isFinal ? ['ctrl+enter'] : ['ctrl+enter', 'ctrl+s'];
  useShortcuts(
    keys.map((key) => ({ keys: key, label: 'app.shortcut.save', run, inDialog: true, keyOnly: true })),
  );

  return (
    <Dialog
      opened
      onClose={close}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      size={props.size}
      centered={yOffset === undefined}
      yOffset={yOffset}
    >
      <form
        ref={begin}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <Stack gap="sm">
          {explanation && (
            <Text component="div" size="sm">
              {explanation}
            </Text>
          )}
          <Box className={classes.fields} {...enterFlow(afterLast)}>
            {children}
          </Box>
          {error && <ErrorNote error={error} />}
          <Group justify={aside ? 'space-between' : 'flex-end'} gap="xs">
            {aside}
            <Group gap="xs">
              <Button
                variant="default"
                onClick={close}
                disabled={pending}
                data-autofocus={startsAt === 'cancel' || undefined}
              >
                {t('ui.action.cancel')}
              </Button>
              <Button
                type="submit"
                color={props.danger ? 'red' : undefined}
                loading={pending}
                disabled={disabled}
                data-autofocus={startsAt === 'act' || undefined}
                aria-keyshortcuts={isFinal ? 'Control+Enter' : 'Control+Enter Control+S'}
                rightSection={shownKeys && <KeyCap keys={shownKeys} />}
              >
                {act}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
