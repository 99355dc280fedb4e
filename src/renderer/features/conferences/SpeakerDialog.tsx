import { Autocomplete, Modal, Text } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { fold } from '#shared/text/fold.ts';
import { useCommittee } from './queries.ts';

type Props = { conference: Conference; editor: Editor; onClose: () => void };

/** Who speaks next: a few letters of the name, Enter, and the writing goes on behind it. */
export function SpeakerDialog({ conference, editor, onClose }: Props) {
  const t = useT();
  const { data: members = [] } = useCommittee(conference.termId);
  const [typed, setTyped] = useState('');
  const chosen = useRef(false);
  const away = new Set(
    conference.attendance.filter(({ state }) => state !== 'present').map(({ memberId }) => memberId),
  );
  const here = conference.attendance.flatMap(({ memberId }) =>
    away.has(memberId) ? [] : (members.find(({ id }) => id === memberId)?.fullName ?? []),
  );

  function speak(name: string): void {
    if (chosen.current || name.trim() === '') return;
    chosen.current = true;
    onClose();
    insertSpeaker(editor, t('conferences.proceedings.speech', { name: name.trim() }));
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('conferences.proceedings.speaker')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      returnFocus={false}
      size="sm"
      yOffset="18vh"
    >
      <Autocomplete
        data-autofocus
        aria-label={t('conferences.proceedings.speakerName')}
        placeholder={t('conferences.proceedings.speakerName')}
        data={[...new Set(here)]}
        value={typed}
        onChange={setTyped}
        onOptionSubmit={speak}
        selectFirstOptionOnChange
        limit={8}
        filter={({ options, search }) =>
          options.filter((option) => !('group' in option) && fold(option.label).includes(fold(search)))
        }
        comboboxProps={{ withinPortal: true, transitionProps: { duration: 0 } }}
        onKeyDown={(event) => {
          // A name that is not on the list: a guest.
          if (event.key === 'Enter' && !here.some((name) => fold(name).includes(fold(typed)))) speak(typed);
        }}
      />
      <Text size="xs" c="dimmed" mt={8}>
        {t('conferences.proceedings.speakerHint')}
      </Text>
    </Modal>
  );
}

/** In the empty paragraph of the cursor, else in a new one after it. */
function insertSpeaker(editor: Editor, text: string): void {
  const { $to } = editor.state.selection;
  const isFree = $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0;
  const chain = editor.chain();
  if (isFree) chain.insertContent({ type: 'text', text });
  else {
    const after = $to.depth > 0 ? $to.after(1) : $to.pos;
    chain.insertContentAt(after, { type: 'paragraph', content: [{ type: 'text', text }] });
  }
  chain.focus().run();
}
