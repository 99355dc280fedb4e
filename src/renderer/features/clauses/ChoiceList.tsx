import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { focusAtOnce } from '#renderer/ui/focus-at-once.ts';
import { fold } from '#shared/text/fold.ts';
import classes from './clauses.module.css';

export type Choice = {
  key: string;
  /** Before the words: "a)", "12-NQ/ĐU". */
  lead: string;
  text: string;
  /** How far it is set in: the level of a clause. */
  depth?: number;
  /** Leads on to another list. */
  leadsOn?: boolean;
};
export type ChoiceGroup = { title: string; choices: readonly Choice[] };

type Props = {
  label: string;
  groups: readonly ChoiceGroup[];
  /** What is said when nothing fits. */
  empty: string;
  onChoose: (key: string) => void;
  /** Backspace in the empty field. */
  onBack?: () => void;
};

/** Rows that are drawn at most: who does not see theirs types on. */
const most = 400;

/** Type to filter, ↑↓ and Enter. */
export function ChoiceList({ label, groups, empty, onChoose, onBack }: Props) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const active = useRef<HTMLDivElement>(null);
  const words = fold(typed).split(/\s+/u).filter(Boolean);
  const fitting = groups
    .map(({ title, choices }) => ({
      title,
      choices: choices.filter(({ lead, text }) => isMeant(`${lead} ${text}`, words)).slice(0, most),
    }))
    .filter(({ choices }) => choices.length > 0);
  const all = fitting.flatMap(({ choices }) => choices);
  const current = all[Math.min(at, all.length - 1)];
  const optionId = (choice: Choice) => `${id}-${all.indexOf(choice)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is what it follows
  useEffect(() => active.current?.scrollIntoView({ block: 'nearest' }), [current?.key]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt(Math.max(0, Math.min(all.length - 1, at + step)));
    else if (event.key === 'Enter' && current) onChoose(current.key);
    else if (event.key === 'Backspace' && typed === '' && onBack) onBack();
    else return;
    event.preventDefault();
  }

  return (
    <>
      <TextInput
        data-autofocus
        ref={focusAtOnce}
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={current && optionId(current)}
      />
      <div className={classes.choices} id={id} role="listbox" aria-label={label} tabIndex={-1}>
        {all.length === 0 && <p className={classes.none}>{empty}</p>}
        {fitting.map(({ title, choices }) => (
          <div key={title}>
            {title && <p className={classes.groupTitle}>{title}</p>}
            {choices.map((choice) => (
              <div
                key={choice.key}
                id={optionId(choice)}
                ref={choice === current ? active : undefined}
                role="option"
                tabIndex={-1}
                aria-selected={choice === current}
                className={classes.choice}
                data-depth={choice.depth}
                data-on={choice.leadsOn || undefined}
                // The cursor stays in the field, and with it the keys.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(choice.key)}
                onKeyDown={onKeyDown}
              >
                {choice.lead && <span className={classes.lead}>{choice.lead}</span>}
                <span className={classes.words}>{choice.text}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

function isMeant(text: string, words: readonly string[]): boolean {
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}
