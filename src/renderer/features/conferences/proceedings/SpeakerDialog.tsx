import { Autocomplete, SegmentedControl, Text } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { focusAtOnce } from '#renderer/ui/focus-at-once.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { isMeant } from '#shared/features/conferences/speakers.ts';
import { type SpeechPart, speechParts } from '#shared/text-model/body.ts';
import { titleOn, useCommittee } from '../queries.ts';
import type { SpeakerAttrs } from './speaker-node.ts';
import classes from './writing.module.css';

type Props = { conference: Conference; editor: Editor; onClose: () => void };

type Person = Omit<SpeakerAttrs, 'part'> & { isHere: boolean };

/** Who speaks next: initials or a few letters of the name, Enter, and the writing goes on behind it. */
export function SpeakerDialog({ conference, editor, onClose }: Props) {
  const t = useT();
  const { data: known } = useCommittee(conference.termId);
  const members = known ?? [];
  const [typed, setTyped] = useState('');
  const [part, setPart] = useState<SpeechPart>('statement');
  const chosen = useRef(false);
  /** Whether the arrows went through the list since the last letter. */
  const hasMoved = useRef(false);
  /** Enter came before the names were there. */
  const isWaiting = useRef(false);
  const day = conference.startsAt.slice(0, 10);
  const people = conference.attendance
    .map((entry): Person => {
      const member = members.find(({ id }) => id === entry.memberId);
      return {
        memberId: entry.memberId,
        name: member?.fullName ?? entry.fullName,
        title: member ? titleOn(member, day) : entry.title,
        isHere: entry.state === 'present' || entry.state === 'replaced',
      };
    })
    .filter(({ name }) => name !== '')
    .sort((a, b) => Number(b.isHere) - Number(a.isHere));
  const labelled = new Map(people.map((person) => [labelOf(person), person]));

  function labelOf({ name, title, isHere }: Person): string {
    const who = title ? `${name}, ${title}` : name;
    return isHere ? who : t('conferences.proceedings.away', { who });
  }

  function speak(label: string): void {
    const person = labelled.get(label);
    const name = person?.name ?? label.trim();
    if (chosen.current || name === '') return;
    chosen.current = true;
    onClose();
    insertSpeaker(editor, {
      memberId: person?.memberId ?? null,
      name,
      title: person?.title ?? '',
      part,
    });
  }

  function speakTyped(): void {
    isWaiting.current = known === undefined;
    if (isWaiting.current) return;
    const first = people.find(({ name }) => isMeant(name, typed));
    // A name that is not on the list: a guest.
    if (!first) speak(typed);
    // The list marks its first line a moment after the last letter: whoever types and presses Enter is faster.
    else if (typed.trim() !== '' && !hasMoved.current) speak(labelOf(first));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the coming of the names answers an Enter that waits
  useEffect(() => {
    if (known && isWaiting.current) speakTyped();
  }, [known]);

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('conferences.proceedings.speaker')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      returnFocus={false}
      size="md"
      yOffset="18vh"
      onKeyDown={(event) => {
        const wanted = event.altKey && speechParts[Number(event.key) - 1];
        if (!wanted) return;
        event.preventDefault();
        setPart(wanted);
      }}
    >
      <Autocomplete
        data-autofocus
        ref={focusAtOnce}
        openOnFocus
        aria-label={t('conferences.proceedings.speakerName')}
        placeholder={t('conferences.proceedings.speakerName')}
        data={[...labelled.keys()]}
        value={typed}
        onChange={(value) => {
          hasMoved.current = false;
          setTyped(value);
        }}
        onOptionSubmit={speak}
        selectFirstOptionOnChange
        limit={8}
        filter={({ options, search }) =>
          options.filter(
            (option) => !('group' in option) && isMeant(labelled.get(option.label)?.name ?? '', search),
          )
        }
        comboboxProps={{ withinPortal: true, transitionProps: { duration: 0 } }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') hasMoved.current = true;
          // The dialog goes with the key; what is left of it would be an Enter in the text.
          if (event.key === 'Enter') {
            event.preventDefault();
            speakTyped();
          }
          // Back to the text at once: the open list would take the first Esc for itself.
          if (event.key === 'Escape') onClose();
        }}
      />
      <SegmentedControl
        className={classes.parts}
        fullWidth
        size="xs"
        aria-label={t('conferences.proceedings.part')}
        value={part}
        onChange={(value) => setPart(speechParts.find((one) => one === value) ?? part)}
        data={speechParts.map((value) => ({ value, label: t(`conferences.proceedings.parts.${value}`) }))}
      />
      <Text size="xs" c="dimmed" mt={8}>
        {t('conferences.proceedings.speakerHint')}
      </Text>
    </Dialog>
  );
}

/** In the empty paragraph of the cursor, else in a new one after it. */
function insertSpeaker(editor: Editor, attrs: SpeakerAttrs): void {
  const { $to } = editor.state.selection;
  const isFree = $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0;
  const content = [
    { type: 'speaker', attrs },
    { type: 'text', text: ' ' },
  ];
  const chain = editor.chain();
  if (isFree) chain.insertContent(content);
  else {
    const after = $to.depth > 0 ? $to.after(1) : $to.pos;
    chain.insertContentAt(after, { type: 'paragraph', content });
  }
  chain.focus().run();
}
