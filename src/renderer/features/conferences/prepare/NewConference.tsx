import { Button, Group, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { client, noteUnlessRefused } from '#renderer/lib/client.ts';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { path, routes } from '#renderer/lib/routes.ts';
import { localDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import { type ConferenceFields, conferenceFields } from '#shared/features/conferences/schema.ts';
import { positionOn, termOn } from '#shared/features/organisation/rules.ts';
import type { Member, Organisation } from '#shared/features/organisation/schema.ts';
import { emptyBody } from '#shared/text-model/body.ts';
import classes from '../conferences.module.css';
import { titleOf } from '../queries.ts';
import { HeaderFields } from './HeaderFields.tsx';

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
    chairId: secretaryOf(members.data, today),
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
    resumes: true,
    schema: conferenceFields,
    record: null,
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
  const [there, setThere] = useState(members);
  const proposed = useRef({ ordinal: first.ordinal, chairId: first.chairId });

  /** The next number of that kind in that term, and who leads on that day, unless the clerk has said otherwise. */
  async function propose(): Promise<void> {
    const { kind, startsAt } = form.getValues();
    setTitle(titleFor(organisation, form.getValues()));
    if (!/^\d{4}-\d\d-\d\d/u.test(startsAt ?? '')) return;
    const on = startsAt.slice(0, 10);
    try {
      const [{ ordinal }, people] = await Promise.all([
        client.conferences.nextOrdinal({ kind, on }),
        client.organisation.listMembers({ on }),
      ]);
      const before = proposed.current;
      proposed.current = { ordinal, chairId: secretaryOf(people, on) };
      setThere(people);
      for (const field of ['ordinal', 'chairId'] as const) {
        if (form.getValues()[field] === before[field]) form.setFieldValue(field, proposed.current[field]);
      }
      setTitle(titleFor(organisation, form.getValues()));
    } catch (error) {
      // Only a proposal: without it what stands in the fields stays.
      noteUnlessRefused(error);
    }
  }
  form.watch('kind', () => void propose());
  form.watch('startsAt', () => void propose());
  form.watch('ordinal', () => setTitle(titleFor(organisation, form.getValues())));

  return (
    <>
      <PageHeader title={t('conferences.new.title')} subtitle={title} />
      <FormNotes saved={saved} />
      <div className={`${classes.fields} ${classes.shortForm}`} {...enterFlow()}>
        <HeaderFields saved={saved} members={there} autoFocus />
        {there.length === 0 && (
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

function secretaryOf(members: readonly Member[], day: string): string | null {
  return members.find((member) => positionOn(member, day)?.role === 'secretary')?.id ?? null;
}

function titleFor(organisation: Organisation, fields: ConferenceFields): string {
  const day = fields.startsAt?.slice(0, 10) ?? '';
  const term = termOn(organisation, day) ?? organisation.terms.at(-1);
  const { ordinal } = fields;
  if (!term || !conferenceFields.shape.ordinal.safeParse(ordinal).success) return '';
  return titleOf(organisation, { ...fields, startsAt: day }, term.ordinal);
}
