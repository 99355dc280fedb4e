import { Accordion, Text, Textarea, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { SavedForm } from '#renderer/lib/forms/saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { derivedLines, type Issuer, issuers } from '#shared/features/organisation/issuers.ts';
import { linesOf, type NameFields } from './issuer-lines.ts';
import classes from './organisation.module.css';

type IssuersFieldsProps = { saved: SavedForm<NameFields> };

/** The lines of the bodies beside the committee, folded away until one of them needs its own. */
export function IssuersFields({ saved }: IssuersFieldsProps) {
  const t = useT();
  const { form, issues } = saved;
  const [opened, setOpened] = useState<string[]>([]);
  const typed = useTyped(form);

  // A refused line is shown.
  useEffect(() => {
    const refused = issues.map(({ path }) => path.split('.')).filter(([field]) => field === 'issuers');
    if (refused.length > 0)
      setOpened((old) => [...new Set([...old, ...refused.map((path) => path[1] ?? '')])]);
  }, [issues]);

  return (
    <section aria-label={t('organisation.issuers.title')} className={classes.issuers}>
      <Text fw={600}>{t('organisation.issuers.title')}</Text>
      <Text size="xs" c="dimmed">
        {t('organisation.issuers.intro')}
      </Text>
      <Accordion
        multiple
        value={opened}
        onChange={setOpened}
        transitionDuration={0}
        className={classes.accordion}
      >
        {issuers.map((issuer) => (
          <Accordion.Item key={issuer} value={issuer}>
            <Accordion.Control>
              {t(`organisation.issuer.${issuer}`)}
              <Summary issuer={issuer} typed={typed} />
            </Accordion.Control>
            <Accordion.Panel>
              <Lines form={form} issuer={issuer} typed={typed} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
}

type Form = SavedForm<NameFields>['form'];

/** What is typed now: the pale lines follow the names above. */
function useTyped(form: Form): NameFields {
  const [typed, setTyped] = useState(() => form.getValues());
  const read = useCallback(() => setTyped(form.getValues()), [form.getValues]);
  form.watch('name', read);
  form.watch('parentLine', read);
  form.watch('issuingLine', read);
  form.watch('symbol', read);
  form.watch('issuers', read);
  return typed;
}

/** How many lines the office wrote itself. */
function Summary({ issuer, typed }: { issuer: Issuer; typed: NameFields }) {
  const t = useT();
  const count = Object.values(typed.issuers[issuer] ?? {}).filter((line) => line.trim() !== '').length;
  if (count === 0) return null;
  return (
    <Text span size="xs" c="dimmed" ml={8}>
      {t('organisation.issuers.changed', { count })}
    </Text>
  );
}

function Lines({ form, issuer, typed }: { form: Form; issuer: Issuer; typed: NameFields }) {
  const t = useT();
  const derived = derivedLines(typed, issuer);
  return (
    <div className={classes.issuerLines}>
      {linesOf(issuer).map((field) => {
        const path = `issuers.${issuer}.${field}` as const;
        const input = {
          ...form.getInputProps(path),
          label: t(`organisation.field.${field}`),
          placeholder: derived[field] || t('organisation.issuers.none'),
        };
        return field === 'issuingLine' ? (
          <Textarea key={form.key(path)} autosize minRows={1} maxRows={3} {...input} />
        ) : (
          <TextInput key={form.key(path)} {...input} />
        );
      })}
    </div>
  );
}
