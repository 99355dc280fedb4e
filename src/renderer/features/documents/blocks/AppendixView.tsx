import { Button } from '@mantine/core';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { isWritable } from '#renderer/ui/rich-text/index.ts';
import { AppendixDialog } from './AppendixDialog.tsx';
import classes from './text-blocks.module.css';

/** Where an appendix begins, across the text. */
export function AppendixView({ node, updateAttributes, deleteNode, editor }: ReactNodeViewProps) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const title = String(node.attrs.title);
  const isLandscape = node.attrs.isLandscape === true;
  return (
    <NodeViewWrapper className={classes.appendix} contentEditable={false} data-drag-handle>
      <span className={classes.appendixSign}>{t('documents.appendix.sign')}</span>
      <span className={classes.appendixTitle}>{title || t('documents.appendix.untitled')}</span>
      <span className={classes.appendixPage}>
        {t(isLandscape ? 'documents.appendix.landscape' : 'documents.appendix.portrait')}
      </span>
      {isWritable(editor) && (
        <>
          <Button size="compact-xs" variant="default" onClick={() => setOpened(true)}>
            {t('documents.appendix.edit')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={deleteNode}>
            {t('documents.appendix.remove')}
          </Button>
        </>
      )}
      {opened && (
        <AppendixDialog
          initial={{ title, isLandscape }}
          onClose={() => setOpened(false)}
          onDone={updateAttributes}
        />
      )}
    </NodeViewWrapper>
  );
}
