import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { type VoteChoice, type VoteFields, voteChoices } from '#shared/features/conferences/schema.ts';
import conferenceClasses from '../conferences.module.css';
import rollClasses from '../roll/roll.module.css';
import classes from './decisions.module.css';

/** T tán thành, K không tán thành, Y ý kiến khác. */
const choiceKeys: Record<VoteChoice, string> = { inFavour: 'T', against: 'K', other: 'Y' };

type Named = VoteFields['named'];
type Props = { voters: readonly string[]; named: Named; onChange: (named: Named | null) => void };

/** Who voted how, one key each; Del takes the mark away from somebody who did not vote. */
export function VoteNames({ voters, named, onChange }: Props) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  // Whoever lost the mark stays on the list for as long as it is open.
  const [all] = useState(voters);

  useEffect(() => {
    list.current?.querySelector('li')?.focus();
  }, []);

  function focusOn(at: number): void {
    const next = Math.max(0, Math.min(all.length - 1, at));
    setCurrent(next);
    list.current?.querySelectorAll('li')[next]?.focus();
  }

  function choose(name: string, choice: VoteChoice | null): void {
    const others = named.filter((one) => one.name !== name);
    const marked = choice ? [...others, { name, choice }] : others;
    onChange(marked.toSorted((a, b) => all.indexOf(a.name) - all.indexOf(b.name)));
  }

  function onKeyDown(event: KeyboardEvent, at: number, name: string): void {
    if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
    const choice = voteChoices.find((one) => choiceKeys[one] === event.key.toUpperCase());
    if (choice) choose(name, choice);
    else if (event.key === 'Delete') choose(name, null);
    else if (event.key === 'ArrowDown') focusOn(at + 1);
    else if (event.key === 'ArrowUp') focusOn(at - 1);
    else return;
    event.preventDefault();
  }

  return (
    <div>
      <ul ref={list} className={classes.names} aria-label={t('conferences.vote.names')}>
        {all.map((name, at) => {
          const choice = named.find((one) => one.name === name)?.choice;
          return (
            <li
              key={name}
              tabIndex={at === current ? 0 : -1}
              aria-label={`${name}: ${t(choice ? `conferences.vote.${choice}` : 'conferences.vote.notVoted')}`}
              onFocus={() => setCurrent(at)}
              onKeyDown={(event) => onKeyDown(event, at, name)}
            >
              <span>{name}</span>
              <span className={rollClasses.marks}>
                {voteChoices.map((one) => (
                  <button
                    key={one}
                    type="button"
                    tabIndex={-1}
                    aria-pressed={choice === one}
                    onClick={() => choose(name, one)}
                  >
                    <kbd aria-hidden>{choiceKeys[one]}</kbd> {t(`conferences.vote.${one}`)}
                  </button>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      <div className={classes.namesEnd}>
        <p className={conferenceClasses.keys}>{t('conferences.vote.namesKeys')}</p>
        <Button size="compact-xs" variant="default" onClick={() => onChange(null)}>
          {t('conferences.vote.noNames')}
        </Button>
      </div>
    </div>
  );
}
