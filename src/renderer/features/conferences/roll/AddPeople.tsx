import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import { firstTwice } from '#shared/features/conferences/people.ts';
import { type Conference, rollPerson } from '#shared/features/conferences/schema.ts';
import type { Member } from '#shared/features/organisation/schema.ts';
import { isWithin } from '#shared/text/dates.ts';
import { fold } from '#shared/text/fold.ts';
import { titleOn } from '../queries.ts';
import { PastedTable } from './PastedTable.tsx';
import { type Correction, nothingPasted, type PastedRoll, rowsOf } from './pasted-roll.ts';
import classes from './roll.module.css';
import { personOf } from './roll-people.ts';

type Props = {
  conference: Conference;
  members: readonly Member[];
  /** What was typed or pasted: a line each. */
  pasted: PastedRoll;
  onPasted: (change: (pasted: PastedRoll) => PastedRoll) => void;
  onClose: () => void;
};

/** Members who are not on the roll, and anybody by name: one line, or a whole list pasted at once. */
export function AddPeople({ conference, members, pasted, onPasted, onClose }: Props) {
  const t = useT();
  const errorText = useErrorText();
  const day = conference.startsAt.slice(0, 10);
  const onRoll = new Set(conference.attendance.map(({ memberId }) => memberId));
  const missing = members.filter(
    ({ id, validFrom, validTo }) => !onRoll.has(id) && isWithin(day, validFrom, validTo),
  );
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [search, setSearch] = useState('');
  const add = useCommand('conferences.addPeople', {
    inPlace: true,
    onDone: () => {
      onPasted(() => nothingPasted);
      onClose();
    },
  });

  const rows = rowsOf(pasted);
  const taken = rows.filter(({ isTaken }) => isTaken);
  const named = taken.map(({ fullName, title }) => ({ fullName, title }));
  const known = [
    ...conference.attendance.map((entry) => personOf(entry, members, day)),
    ...missing
      .filter(({ id }) => chosen.includes(id))
      .map((member) => ({ fullName: member.fullName, title: titleOn(member, day) })),
  ];
  const nameless = taken.find(({ fullName }) => fullName.trim() === '');
  const tooLong = taken.find(({ fullName, title }) => !rollPerson.safeParse({ fullName, title }).success);
  const twice = firstTwice(known, named);
  const faulty = nameless ?? tooLong ?? taken[twice ? named.indexOf(twice) : -1];
  const fault = faultText();
  const count = chosen.length + named.length;

  const correct = useCallback(
    (key: string, correction: Correction) =>
      onPasted(({ text, corrections }) => ({
        text,
        corrections: { ...corrections, [key]: { ...corrections[key], ...correction } },
      })),
    [onPasted],
  );

  function faultText(): string | undefined {
    if (nameless) return t('conferences.people.nameless', { line: nameless.text.slice(0, 60) });
    if (tooLong) return t('conferences.people.tooLong', { name: tooLong.fullName.slice(0, 60) });
    if (!twice) return undefined;
    return errorText({ code: 'RULE', detail: { reason: 'onRollTwice', params: { name: twice.fullName } } });
  }

  function submit(): void {
    const people = [
      ...missing.flatMap(({ id }) => (chosen.includes(id) ? [{ memberId: id }] : [])),
      ...named,
    ];
    void add.run({ id: conference.id, people });
  }

  return (
    <ActionDialog
      title={t('conferences.people.title')}
      act={count === 0 ? t('conferences.people.addNone') : t('conferences.people.addCount', { count })}
      onAct={submit}
      onClose={onClose}
      pending={add.pending}
      error={add.error}
      disabled={count === 0 || Boolean(fault)}
      size="xl"
      yOffset="5dvh"
    >
      {missing.length > 0 && (
        <fieldset className={classes.missing}>
          <legend>{t('conferences.people.members')}</legend>
          {missing.length > 8 && (
            <TextInput
              size="xs"
              aria-label={t('conferences.people.search')}
              placeholder={t('conferences.people.search')}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          )}
          <div className={classes.missingList}>
            {missing
              .filter(({ fullName }) => fold(fullName).includes(fold(search)))
              .map((member) => (
                <Checkbox
                  key={member.id}
                  label={`${member.fullName}, ${titleOn(member, day)}`}
                  checked={chosen.includes(member.id)}
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked
                        ? [...chosen, member.id]
                        : chosen.filter((id) => id !== member.id),
                    )
                  }
                />
              ))}
          </div>
        </fieldset>
      )}
      <Textarea
        data-autofocus
        label={t('conferences.people.byName')}
        description={t('conferences.people.byNameHint')}
        placeholder={t('conferences.people.example')}
        autosize
        minRows={rows.length > 0 ? 2 : 4}
        maxRows={rows.length > 1 ? 4 : 12}
        value={pasted.text}
        error={fault}
        onChange={(event) => {
          const text = event.currentTarget.value;
          onPasted(({ corrections }) => ({ text, corrections }));
        }}
      />
      {rows.length > 0 && <PastedTable rows={rows} faulty={faulty} onCorrect={correct} />}
      {named.length > 0 && conference.kind !== 'congress' && conference.kind !== 'cell' && (
        <Note tone="waiting">{t('conferences.people.counted')}</Note>
      )}
    </ActionDialog>
  );
}
