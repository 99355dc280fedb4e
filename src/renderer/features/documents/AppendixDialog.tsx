import { Button, Group, Modal, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import type { Block } from '#shared/text-model/body.ts';

type Attrs = Extract<Block, { type: 'appendix' }>['attrs'];
type Props = { initial: Attrs; onClose: () => void; onDone: (attrs: Attrs) => void };

/** What an appendix is called and how its sheets lie. Enter puts it in. */
export function AppendixDialog({ initial, onClose, onDone }: Props) {
  const t = useT();
  const [title, setTitle] = useState(initial.title);
  const [isLandscape, setLandscape] = useState(initial.isLandscape);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onClose();
    onDone({ title: title.replace(/\s+/gu, ' ').trim(), isLandscape });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('documents.appendix.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      returnFocus={false}
      yOffset="14vh"
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            data-autofocus
            ref={(element) => element?.focus()}
            label={t('documents.appendix.name')}
            placeholder={t('documents.appendix.namePlaceholder')}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={500}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
          <SegmentedControl
            fullWidth
            aria-label={t('documents.appendix.page')}
            value={isLandscape ? 'landscape' : 'portrait'}
            onChange={(value) => setLandscape(value === 'landscape')}
            data={[
              { value: 'portrait', label: t('documents.appendix.portrait') },
              { value: 'landscape', label: t('documents.appendix.landscape') },
            ]}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui.action.cancel')}
            </Button>
            <Button type="submit">{t('documents.appendix.done')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
