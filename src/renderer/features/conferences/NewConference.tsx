import { Button, Group, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { client } from '#renderer/lib/client.ts';
import { enterGoesOn } from '#renderer/lib/fields-flow.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { path, routes } from '#renderer/lib/routes.ts';
import { localDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useSavedForm } from '#renderer/lib/use-saved-form.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { RecoveredNote } from '#renderer/ui/RecoveredNote.tsx';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import { type ConferenceFields, conferenceFields } from '#shared/features/conferences/schema.ts';
import { emptyBody } from '#shared/features/documents/body.ts';
import { positionOn, termOn } from '#shared/features/organisation/rules.ts';
import type { Member, Organisation } from '#shared/features/organisation/schema.ts';
import classes from './conferences.module.css';
import { HeaderFields } from './HeaderFields.tsx';
import { titleOf } from './queries.ts';

/** A new conference begins like the last one: same place, the secretary leads, the same person writes. */
export function NewConference() {
  const today = localDay();
  const kind = 'executive_committee';
  const [organisation, list, members, next] = useQueries({
    queries: [
      methodQuery('organisation.get', {}),
      methodQuery('conferences.list', {}),
      methodQuery('organisation.listMembers', { on: today }),
      methodQuery('conferences.nextOrdinal', { kind, on: today }),
    ],
  });
  const last = list.data?.[0] ?? null;
  const lastFull = useQuery({
    ...methodQuery('conferences.get', { id: last?.id ?? '' }),
    enabled: last !== null,
  });
  if (!organisation.data || !list.data || !members.data || !next.data || (last && !lastFull.data))
    return null;

  const isSameTerm = lastFull.data?.termId === termOn(organisation.data, today)?.id;
  const secretary = members.data.find((member) => positionOn(member, today)?.role === 'secretary');
  const initial: ConferenceFields = {
    kind,
    session: 'regular',
    ordinal: next.data.ordinal,
    customTitle: '',
    startsAt: `${today}T07:30`,
    endsAt: null,
    place: isSameTerm ? (lastFull.data?.place ?? '') : '',
    content: '',
    papers: '',
    invited: '',
    chairId: secretary?.id ?? null,
    recorderName: isSameTerm ? (lastFull.data?.recorderName ?? '') : '',
    conclusion: emptyBody,
  };
  return <Form initial={initial} organisation={organisation.data} members={members.data} />;
}

type FormProps = { initial: ConferenceFields; organisation: Organisation; members: readonly Member[] };

function Form({ initial, organisation, members }: FormProps) {
  const t = useT();
  const [, go] = useLocation();
  // What was proposed at first; the lists are read again after each change elsewhere.
  const [first] = useState(initial);
  const create = useCommand('conferences.create');
  const saved = useSavedForm({
    schema: conferenceFields,
    initial: first,
    draftKey: 'conferences:new',
    save: async (fields) => {
      const made = await create.run(fields);
      if (made) go(path.conference(made.id, 'prepare'), { replace: true });
      return made;
    },
    describe: (fields) => titleFor(organisation, fields),
  });
  const { form } = saved;
  const [title, setTitle] = useState(() => titleFor(organisation, first));
  const proposed = useRef(first.ordinal);

  /** The next number of that kind in that term, unless the clerk has typed another one. */
  async function propose(): Promise<void> {
    const { kind, startsAt, ordinal } = form.getValues();
    setTitle(titleFor(organisation, form.getValues()));
    if (ordinal !== proposed.current || !/^\d{4}-\d\d-\d\d/u.test(startsAt ?? '')) return;
    try {
      const next = await client.conferences.nextOrdinal({ kind, on: startsAt.slice(0, 10) });
      proposed.current = next.ordinal;
      form.setFieldValue('ordinal', next.ordinal);
      setTitle(titleFor(organisation, form.getValues()));
    } catch {
      // Only a proposal: without it the number in the field stays.
    }
  }
  form.watch('kind', () => void propose());
  form.watch('startsAt', () => void propose());
  form.watch('ordinal', () => setTitle(titleFor(organisation, form.getValues())));

  return (
    <>
      <PageHeader title={t('conferences.new.title')} subtitle={title} />
      <RecoveredNote saved={saved} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter goes on to the next field */}
      <div className={`${classes.fields} ${classes.shortForm}`} onKeyDown={enterGoesOn}>
        <HeaderFields saved={saved} members={members} autoFocus />
        {members.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('conferences.new.noMembers')}
          </Text>
        )}
        <Group gap="xs">
          <SaveBar saved={saved} label={t('conferences.new.create')} />
          <Button variant="default" onClick={() => go(routes.conferences)}>
            {t('ui.action.cancel')}
          </Button>
        </Group>
      </div>
    </>
  );
}

function titleFor(organisation: Organisation, fields: ConferenceFields): string {
  const day = fields.startsAt?.slice(0, 10) ?? '';
  const term = termOn(organisation, day) ?? organisation.terms.at(-1);
  const { ordinal } = fields;
  if (!term || !Number.isInteger(ordinal) || ordinal < 1 || ordinal > 99) return '';
  return titleOf(organisation, { ...fields, startsAt: day }, term.ordinal);
}
