import { ActionIcon, Menu, Table } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { movedByOne } from '#renderer/lib/moved-by-one.ts';
import { localDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { MoreIcon } from '#renderer/ui/icons.tsx';
import { positionOn } from '#shared/features/organisation/rules.ts';
import type { Member, Term } from '#shared/features/organisation/schema.ts';
import classes from './organisation.module.css';
import { periodText } from './period-text.ts';

type MemberTableProps = {
  term: Term;
  members: readonly Member[];
  /** Takes the focus when it is among them. */
  sought: string | null;
  onEdit: (member: Member) => void;
};

/** ↑↓ moves, Enter opens, Alt+↑/↓ moves the person within the list, Del deletes. */
export function MemberTable({ term, members, sought, onEdit }: MemberTableProps) {
  const t = useT();
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const order = useCommand('organisation.orderMembers');
  const remove = useCommand('organisation.removeMember');
  const marked = members.find(({ id }) => id === current) ?? members[0];

  // A row that moved takes the focus along.
  const ids = members.map(({ id }) => id).join(' ');
  const keepFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once after each new order
  useEffect(() => {
    if (keepFocus.current) focusRow(marked?.id);
    keepFocus.current = false;
  }, [ids]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is looked for, in its own list
  useEffect(() => {
    if (sought && ids.includes(sought)) focusRow(sought);
  }, [sought, term.id]);

  function focusRow(id: string | undefined): void {
    if (id) body.current?.querySelector<HTMLElement>(`[data-member="${id}"]`)?.focus();
  }

  function move(id: string, step: -1 | 1): void {
    const next = movedByOne(
      members.map((member) => member.id),
      id,
      step,
    );
    if (!next || order.pending) return;
    keepFocus.current = true;
    setCurrent(id);
    void order.run({ termId: term.id, ids: next });
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, member: Member): void {
    if (event.target !== event.currentTarget) return;
    const index = members.indexOf(member);
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (step && event.altKey) move(member.id, step);
    else if (step) focusRow(members[index + step]?.id);
    else if (event.key === 'Home') focusRow(members[0]?.id);
    else if (event.key === 'End') focusRow(members.at(-1)?.id);
    else if (event.key === 'Enter') onEdit(member);
    else if (event.key === 'Delete') void remove.run({ id: member.id });
    else return;
    event.preventDefault();
  }

  return (
    <div className={classes.tableBox}>
      <Table verticalSpacing={5} horizontalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={48}>{t('organisation.column.order')}</Table.Th>
            <Table.Th>{t('organisation.column.fullName')}</Table.Th>
            <Table.Th>{t('organisation.column.position')}</Table.Th>
            <Table.Th w={210}>{t('organisation.column.period')}</Table.Th>
            <Table.Th w={44} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body}>
          {members.map((member, index) => (
            <Table.Tr
              key={member.id}
              data-member={member.id}
              tabIndex={member === marked ? 0 : -1}
              className={classes.member}
              onFocus={() => setCurrent(member.id)}
              onKeyDown={(event) => onKeyDown(event, member)}
              onDoubleClick={() => onEdit(member)}
            >
              <Table.Td className={classes.numberCell}>{index + 1}</Table.Td>
              <Table.Td>{member.fullName}</Table.Td>
              <Table.Td>{positionOn(member, localDay())?.title}</Table.Td>
              <Table.Td className={classes.numberCell}>
                {periodText(t, member.validFrom, member.validTo)}
              </Table.Td>
              <Table.Td p={0}>
                <Menu>
                  <Menu.Target>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      tabIndex={-1}
                      aria-label={t('organisation.members.more', { name: member.fullName })}
                    >
                      <MoreIcon />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => onEdit(member)}>{t('ui.action.edit')}</Menu.Item>
                    <Menu.Item disabled={index === 0} onClick={() => move(member.id, -1)}>
                      {t('organisation.members.up')}
                    </Menu.Item>
                    <Menu.Item disabled={index === members.length - 1} onClick={() => move(member.id, 1)}>
                      {t('organisation.members.down')}
                    </Menu.Item>
                    <Menu.Item color="red" onClick={() => void remove.run({ id: member.id })}>
                      {t('ui.action.remove')}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
