import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { showBytes } from '#renderer/lib/bytes.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { movedByOne } from '#renderer/lib/moved-by-one.ts';
import { showDay } from '#renderer/lib/time.ts';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import { viewExtension } from '#shared/features/attachments/rules.ts';
import type { Attachment } from '#shared/features/attachments/schema.ts';
import { AttachmentMenu } from './AttachmentMenu.tsx';
import classes from './attachments.module.css';
import { RenameDialog } from './RenameDialog.tsx';
import { useAttachmentActions } from './use-attachment-actions.ts';

type Props = {
  attachments: readonly Attachment[];
  labelledBy: string;
  /** Whether they are of several roles, to be told and changed. */
  hasRoles: boolean;
  readOnly: boolean;
};

/** ↑↓ moves, Enter opens (or saves what cannot be viewed), F2 renames, Alt+↑/↓ changes the order, Del removes. */
export function AttachmentRows({ attachments, labelledBy, hasRoles, readOnly }: Props) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [renamedOne, setRenamedOne] = useState<Attachment | null>(null);
  const { open, saveAs, remove, order } = useAttachmentActions();
  const marked = attachments.find(({ id }) => id === current) ?? attachments[0];

  // A row that moved takes the focus along; one that went leaves it to its neighbour.
  const ids = attachments.map(({ id }) => id).join(' ');
  const focusNext = useRef<string | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once after each new order
  useEffect(() => {
    focusRow(focusNext.current);
    focusNext.current = undefined;
  }, [ids]);

  function focusRow(id: string | undefined): void {
    if (id) list.current?.querySelector<HTMLElement>(`[data-attachment="${id}"]`)?.focus();
  }

  function openOrSave({ id, mediaType }: Attachment): void {
    void (viewExtension(mediaType) === null ? saveAs.run({ id }) : open.run({ id }));
  }

  function move({ id, ownerKind, ownerId }: Attachment, step: -1 | 1): void {
    const next = movedByOne(
      attachments.map((attachment) => attachment.id),
      id,
      step,
    );
    if (!next || order.pending) return;
    focusNext.current = id;
    void order.run({ ownerKind, ownerId, ids: next });
  }

  function takeAway(attachment: Attachment): void {
    const at = attachments.indexOf(attachment);
    focusNext.current = (attachments[at + 1] ?? attachments[at - 1])?.id;
    void remove.run({ id: attachment.id });
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, attachment: Attachment): void {
    if (event.target !== event.currentTarget) return;
    const index = attachments.indexOf(attachment);
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (step && !event.altKey) focusRow(attachments[index + step]?.id);
    else if (event.key === 'Home') focusRow(attachments[0]?.id);
    else if (event.key === 'End') focusRow(attachments.at(-1)?.id);
    else if (event.key === 'Enter') openOrSave(attachment);
    else if (readOnly) return;
    else if (step) move(attachment, step);
    else if (event.key === 'F2') setRenamedOne(attachment);
    else if (event.key === 'Delete') takeAway(attachment);
    else return;
    event.preventDefault();
    // F2 is a place of the program elsewhere.
    event.stopPropagation();
  }

  return (
    <>
      <TaskProgress running={open.running} what={t('attachments.running.open')} />
      <TaskProgress
        running={saveAs.running?.progress ? saveAs.running : null}
        what={t('attachments.running.save')}
      />
      <ul className={classes.rows} ref={list} aria-labelledby={labelledBy}>
        {attachments.map((attachment, index) => (
          <li
            key={attachment.id}
            data-attachment={attachment.id}
            tabIndex={attachment === marked ? 0 : -1}
            className={classes.row}
            onFocus={() => setCurrent(attachment.id)}
            onKeyDown={(event) => onKeyDown(event, attachment)}
            onDoubleClick={() => openOrSave(attachment)}
          >
            <div className={classes.what}>
              <div className={classes.name}>{attachment.name}</div>
              <div className={classes.facts}>
                {[
                  ...(hasRoles ? [t(`attachments.role.${attachment.role}`)] : []),
                  showBytes(attachment.size),
                  showDay(attachment.addedAt),
                ].join(' · ')}
              </div>
            </div>
            <AttachmentMenu
              attachment={attachment}
              readOnly={readOnly}
              hasRoles={hasRoles}
              onOpen={() => void open.run({ id: attachment.id })}
              onSave={() => void saveAs.run({ id: attachment.id })}
              onRename={() => setRenamedOne(attachment)}
              onMove={(step) => move(attachment, step)}
              isFirst={index === 0}
              isLast={index === attachments.length - 1}
              onRemove={() => takeAway(attachment)}
            />
          </li>
        ))}
      </ul>
      {renamedOne && (
        <RenameDialog key={renamedOne.id} attachment={renamedOne} onClose={() => setRenamedOne(null)} />
      )}
    </>
  );
}
