import { Autocomplete, CloseButton, Input, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { readPeople } from '#shared/features/conferences/pasted-people.ts';
import { isSamePerson, type NamedPerson } from '#shared/features/conferences/people.ts';
import type { Election } from '#shared/features/conferences/schema.ts';
import { rankCandidates, share } from '#shared/features/conferences/votes.ts';
import { fold } from '#shared/text/fold.ts';
import classes from './decisions.module.css';
import type { CandidateDraft } from './election-draft.ts';
import { ProposedCountField } from './ProposedCountField.tsx';
import { countOr } from './typed-count.ts';

type Props = {
  candidates: readonly CandidateDraft[];
  /** Who is on the roll: found by part of their name. */
  people: readonly NamedPerson[];
  race: Pick<Election, 'candidates' | 'seats' | 'members'>;
  error: ReactNode;
  faultyName: string | number | undefined;
  onChange: (candidates: CandidateDraft[]) => void;
};

/** The candidates as they stand on the ballot, with what their votes come to. */
export function CandidateRows({ candidates, people, race, error, faultyName, onChange }: Props) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const ranked = rankCandidates(race);
  const free = people.filter((person) => !candidates.some((one) => isSamePerson(one, person)));
  const labels = [...new Set(free.map(labelOf))];

  function add(text: string): void {
    const found = free.find((person) => labelOf(person) === text);
    const added = found ? [found] : readPeople(text);
    if (added.length > 0) onChange([...candidates, ...added.map((person) => ({ ...person, votes: null }))]);
    setTyped('');
  }

  function put(at: number, part: Partial<CandidateDraft>): void {
    onChange(candidates.map((one, place) => (place === at ? { ...one, ...part } : one)));
  }

  return (
    <Input.Wrapper label={t('conferences.election.candidates')} labelElement="div" error={error}>
      <ol className={classes.candidates}>
        {candidates.map((one, at) => {
          const outcome = ranked.find((other) => isSameCandidate(other, one))?.outcome;
          const votes = countOr(one.votes, 0);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a candidate is the place on the ballot; names are typed
            <li key={at}>
              <TextInput
                aria-label={t('conferences.election.candidateName', { number: at + 1 })}
                maxLength={100}
                value={one.fullName}
                error={one.fullName === faultyName || one.fullName.trim() === ''}
                onChange={(event) => put(at, { fullName: event.currentTarget.value })}
              />
              <TextInput
                aria-label={t('conferences.election.candidateTitle', { number: at + 1 })}
                placeholder={t('conferences.attendance.position')}
                maxLength={200}
                value={one.title}
                onChange={(event) => put(at, { title: event.currentTarget.value })}
              />
              <ProposedCountField
                label={t('conferences.election.votesOf', { name: one.fullName })}
                labelHidden
                value={one.votes}
                proposed={0}
                error={one.fullName === faultyName}
                onChange={(value) => put(at, { votes: value })}
              />
              <span className={classes.result} data-outcome={outcome}>
                {race.members > 0 && `${share(votes, race.members)} · `}
                {outcome && t(`conferences.election.${outcome}`)}
              </span>
              <CloseButton
                size="sm"
                aria-label={t('conferences.election.removeCandidate', { name: one.fullName })}
                onClick={() => onChange(candidates.filter((_, place) => place !== at))}
              />
            </li>
          );
        })}
        <li>
          <Autocomplete
            aria-label={t('conferences.election.addCandidate')}
            placeholder={t('conferences.election.addCandidate')}
            data={labels}
            value={typed}
            onChange={setTyped}
            onOptionSubmit={(label) => {
              add(label);
              // The list hands the chosen text to the field after this.
              setTimeout(() => setTyped(''));
            }}
            selectFirstOptionOnChange
            limit={8}
            filter={({ options, search }) =>
              options.filter((option) => !('group' in option) && fold(option.label).includes(fold(search)))
            }
            comboboxProps={{ transitionProps: { duration: 0 } }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed.trim() === '') return;
              event.preventDefault();
              // Who is not on the roll, with the title behind a comma.
              if (!labels.some((label) => fold(label).includes(fold(typed)))) add(typed);
            }}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain');
              if (!text.trim().includes('\n')) return;
              event.preventDefault();
              add(text);
            }}
          />
        </li>
      </ol>
    </Input.Wrapper>
  );
}

function labelOf({ fullName, title }: NamedPerson): string {
  return title ? `${fullName}, ${title}` : fullName;
}

function isSameCandidate(a: NamedPerson, b: NamedPerson): boolean {
  return a.fullName === b.fullName && a.title === b.title;
}
