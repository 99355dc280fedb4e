import { Menu } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { RecordHistory } from '#renderer/features/journal/index.ts';
import type { SavedForm } from '#renderer/lib/forms/saved-form.ts';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { type ConferenceStep, path, routes } from '#renderer/lib/routes.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx';
import { OthersTypingNote } from '#renderer/ui/OthersTypingNote.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import { conferenceRecord } from '#shared/features/conferences/records.ts';
import {
  type Conference,
  type ConferenceFields,
  conferenceFields,
  type Preset,
} from '#shared/features/conferences/schema.ts';
import type { Organisation } from '#shared/features/organisation/schema.ts';
import { showDate } from '#shared/text/dates.ts';
import { useAgenda } from './agenda-form.ts';
import { doneSteps, fieldsOf, nextStep, stepOfField, steps } from './conference-state.ts';
import classes from './conferences.module.css';
import { ClosedNote } from './finish/ClosedNote.tsx';
import { ConferencePapers } from './finish/ConferencePapers.tsx';
import { FinishStep } from './finish/FinishStep.tsx';
import { RemoveDialog } from './finish/RemoveDialog.tsx';
import { PrepareStep } from './prepare/PrepareStep.tsx';
import { ProceedingsStep } from './proceedings/ProceedingsStep.tsx';
import { memberNames, titleOf } from './queries.ts';
import { AttendanceStep } from './roll/AttendanceStep.tsx';
import { StepBar } from './StepBar.tsx';
import { useReadOnly } from './use-read-only.ts';

type Props = {
  conference: Conference;
  organisation: Organisation;
  preset: Preset;
  askedStep: string | undefined;
};

/** A conference from its preparation to its minutes. Both forms live here, so that changing the step loses nothing. */
export function OpenConference({ conference, organisation, preset, askedStep }: Props) {
  const t = useT();
  const [, go] = useLocation();
  const { id } = conference;
  const termOrdinal = organisation.terms.find((term) => term.id === conference.termId)?.ordinal ?? 1;
  const title = titleOf(organisation, conference, termOrdinal);
  const [firstStep] = useState(() =>
    conference.closedAt !== null ? 'finish' : nextStep({ ...conference, fields: conference, preset }),
  );
  const step = steps.find((known) => known === askedStep) ?? firstStep;
  const [arePapersShown, setPapersShown] = useState(false);
  const [isHistoryShown, setHistoryShown] = useState(false);
  const [isRemoving, setRemoving] = useState(false);

  const isNumbered = conference.minutesNumber !== null;
  const saveFields = useCommand('conferences.save');
  const remove = useCommand('conferences.remove', { onDone: () => go(routes.conferences) });
  const initial = useMemo(() => fieldsOf(conference), [conference]);
  const saved: SavedForm<ConferenceFields> = useSavedForm({
    resumes: true,
    schema: conferenceFields,
    record: conference,
    initial,
    draftKey: `conferences:${id}`,
    save: (fields, saving) => saveFields.run({ id, ...fields }, saving),
    describe: () => title,
    told: { fields: conferenceRecord.fields, names: () => memberNames(conference.termId) },
    onRefused: ([issue]) => issue && show(saved.form, issue.path),
  });
  const agenda = useAgenda(conference, title, ([issue]) => issue && show(agenda.saved.form, issue.path));
  const forms = step === 'proceedings' ? [agenda.saved, saved] : [saved, agenda.saved];
  const shownForm = forms.find((form) => form.dirty) ?? forms[0] ?? saved;

  const refused = useRef<(() => void) | null>(null);
  // The step with the field that was refused has come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each step
  useEffect(() => {
    refused.current?.();
    refused.current = null;
  }, [step]);

  /** Goes to a field that cannot be saved as it is: the other steps do not show it. */
  function show(form: { getInputNode: (path: string) => HTMLElement | null }, field: string): void {
    const where = stepOfField(field);
    const item = agenda.items()[Number(/^items\.(\d+)/u.exec(field)?.[1])];
    const itemId = item && agenda.idOf(item.key);
    if (where !== step) refused.current = () => form.getInputNode(field)?.focus();
    if (where === 'proceedings' && itemId) go(path.item(id, itemId));
    else if (where !== step) goTo(where);
  }

  /** Whatever of the two forms is not saved yet. */
  async function saveAll(): Promise<boolean> {
    const open = [saved, agenda.saved].filter((form) => form.dirty);
    let done = true;
    for (const form of open) done = (await form.save()) && done;
    return done;
  }

  // After the two forms' own Ctrl+S, so that this one is found first.
  useShortcuts([{ keys: 'ctrl+s', label: 'app.shortcut.save', run: () => void saveAll(), inDialog: true }]);

  const isReadOnly = useReadOnly(conference);
  const state = {
    ...conference,
    fields: saved.form.getValues(),
    agenda: agenda.items().map((item) => ({ ...item, id: agenda.idOf(item.key) ?? item.key })),
    preset,
  };
  const goTo = (next: ConferenceStep) => go(path.conference(id, next));
  return (
    <div className={classes.page}>
      <PageHeader
        title={title}
        subtitle={`${showDate(conference.startsAt)}${conference.place && ` · ${conference.place}`}`}
        action={!isReadOnly && <SaveBar saved={{ draftKey: shownForm.draftKey, save: saveAll }} />}
        menu={
          <MoreMenu>
            <Menu.Item onClick={() => setPapersShown(true)}>{t('conferences.papers.title')}</Menu.Item>
            <Menu.Item onClick={() => setHistoryShown(true)}>{t('conferences.action.history')}</Menu.Item>
            {!isReadOnly && (
              <Menu.Item
                color="red"
                onClick={() => (isNumbered ? setRemoving(true) : void remove.run({ id }))}
              >
                {t(isNumbered ? 'conferences.remove.numbered' : 'conferences.action.remove')}
              </Menu.Item>
            )}
          </MoreMenu>
        }
      />
      <ClosedNote conference={conference} />
      {!isReadOnly && <FormNotes saved={saved} />}
      <OthersTypingNote draftKey={saved.draftKey} />
      <OthersTypingNote draftKey={agenda.saved.draftKey} />
      {!isReadOnly && <FormNotes saved={agenda.saved} />}
      <StepBar current={step} done={doneSteps(state)} onStep={goTo} />
      <div className={classes.step}>
        {step === 'prepare' && <PrepareStep saved={saved} agenda={agenda} conference={conference} />}
        {step === 'attendance' && <AttendanceStep conference={conference} />}
        {step === 'proceedings' && (
          <ProceedingsStep
            agenda={agenda}
            conference={conference}
            saveAll={saveAll}
            onPrepare={() => goTo('prepare')}
          />
        )}
        {step === 'finish' && (
          <FinishStep
            conference={conference}
            saved={saved}
            state={state}
            isSaved={!saved.dirty && !agenda.saved.dirty}
            saveAll={saveAll}
            onStep={goTo}
          />
        )}
      </div>
      <ConferencePapers
        conference={conference}
        opened={arePapersShown}
        onClose={() => setPapersShown(false)}
      />
      {isRemoving && <RemoveDialog conference={conference} onClose={() => setRemoving(false)} />}
      {isHistoryShown && <RecordHistory id={id} opened onClose={() => setHistoryShown(false)} />}
    </div>
  );
}
