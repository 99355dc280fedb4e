import { Button, Group, Select } from '@mantine/core';
import { useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { foldedFilter } from '#renderer/ui/fields/folded-filter.ts';
import { takeFirst } from '#renderer/ui/fields/take-first.ts';
import { insertLine } from '#shared/features/documents/rules.ts';
import type { UsualList } from '#shared/features/phrases/contract.ts';
import { useUsualLines } from './use-usual-lines.ts';

type Props = {
  list: UsualList;
  /** The lines of the document now. */
  lines: readonly string[];
  onPick: (lines: string[]) => void;
};

const none: readonly string[] = [];

/** Below a list of a document: typing finds a usual line, Enter puts it in its place, Ctrl+Enter goes on choosing. */
export function UsualLinePicker({ list, lines, onPick }: Props) {
  const t = useT();
  const { data } = useUsualLines();
  const add = useCommand('phrases.addLines');
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState(false);
  const goesOn = useRef(false);
  const usual = data?.[list] ?? none;
  const left = usual.filter((line) => !lines.includes(line));
  const unknown = lines.filter((line) => !usual.includes(line));

  function pick(line: string): void {
    onPick(insertLine(lines, line, usual));
    const stays = goesOn.current && left.length > 1;
    goesOn.current = false;
    // The list hands the chosen text to the field, and closes, after this.
    setTimeout(() => {
      setSearch('');
      setOpened(stays);
    });
  }

  return (
    <Group gap={6} mt={6} wrap="nowrap" align="center">
      {usual.length > 0 && (
        <Select
          flex={1}
          size="xs"
          aria-label={t(`phrases.pick.${list}`)}
          placeholder={t('phrases.pick.hint')}
          title={t('phrases.pick.keys')}
          data={left}
          value={null}
          searchable
          selectFirstOptionOnChange
          openOnFocus={false}
          filter={foldedFilter}
          nothingFoundMessage={t('phrases.pick.none')}
          searchValue={search}
          onSearchChange={setSearch}
          dropdownOpened={opened}
          onDropdownOpen={() => setOpened(true)}
          onDropdownClose={() => setOpened(false)}
          onKeyDownCapture={(event) => {
            if (event.key !== 'Enter') return;
            goesOn.current = event.ctrlKey;
            if (search !== '') takeFirst(event);
          }}
          onOptionSubmit={pick}
        />
      )}
      {unknown.length > 0 && (
        <Button
          variant="subtle"
          size="compact-xs"
          title={t('phrases.keep.hint')}
          loading={add.pending}
          onClick={() => void add.run({ list, texts: unknown })}
        >
          {t('phrases.keep.action')}
        </Button>
      )}
    </Group>
  );
}
