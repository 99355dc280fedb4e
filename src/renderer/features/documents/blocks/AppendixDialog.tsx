import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import type { Block } from '#shared/text-model/body.ts';

type Attrs = Extract<Block, { type: 'appendix' }>['attrs'];
type Props = { initial: Attrs; onClose: () => void; onDone: (attrs: Attrs) => void };

/** What an appendix is called and how its sheets lie. Enter puts it in. */
export function AppendixDialog({ initial, onClose, onDone }: Props) {
  const t = useT();
  const [title, setTitle] = useState(initial.title);
  const [isLandscape, setLandscape] = useState(initial.isLandscape);

  function submit(): void {
    onClose();
    onDone({ title: title.replace(/\s+/gu, ' ').trim(), isLandscape });
  }

  return (
    <ActionDialog
      title={t('documents.appendix.title')}
      act={t('documents.appendix.done')}
      onAct={submit}
      onClose={onClose}
      yOffset="14vh"
    >
      <Textarea
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
          submit();
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
    </ActionDialog>
  );
}
