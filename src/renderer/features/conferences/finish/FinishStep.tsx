import { Alert, Anchor, Button } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { AttachmentList } from '#renderer/features/attachments/index.ts';
import { client, wireOf } from '#renderer/lib/client.ts';
import type { SavedForm } from '#renderer/lib/forms/saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { type ConferenceStep, path } from '#renderer/lib/routes.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { localDay, showClock } from '#renderer/lib/time.ts';
import { toastRefusal } from '#renderer/lib/toasts.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { DateTimeField } from '#renderer/ui/fields/DateTimeField.tsx';
import { askObjections } from '#renderer/ui/Objections.tsx';
import { PagePreview, PrintActions, usePages } from '#renderer/ui/page-preview/index.ts';
import { RichText } from '#renderer/ui/rich-text/index.ts';
import { contradictionsIn } from '#shared/features/conferences/contradictions.ts';
import type { Conference, ConferenceFields } from '#shared/features/conferences/schema.ts';
import { meetingDay } from '#shared/features/conferences/times.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import { Contradictions } from '../Contradictions.tsx';
import { type ConferenceState, lacksOf } from '../conference-state.ts';
import classes from '../conferences.module.css';
import { FindingDialog } from '../proceedings/FindingDialog.tsx';
import { FindingTool } from '../proceedings/FindingTool.tsx';
import { FindingMark } from '../proceedings/finding-mark.ts';
import { SpeakerNode } from '../proceedings/speaker-node.ts';
import { useReadOnly } from '../use-read-only.ts';
import { CloseDialog } from './CloseDialog.tsx';
import { Reopenings } from './ClosedNote.tsx';

/** Of one identity, as the editor asks: what was said and marked in the items may be put together here. */
const conclusionExtensions = [SpeakerNode, FindingMark];

type Props = {
  conference: Conference;
  saved: SavedForm<ConferenceFields>;
  state: ConferenceState;
  /** Nothing is typed that the pages do not show. */
  isSaved: boolean;
  saveAll: () => Promise<boolean>;
  onStep: (step: ConferenceStep) => void;
};

/** What is lacking, the chair's conclusion, the end, and the minutes as they will print. */
export function FinishStep({ conference, saved, state, isSaved, saveAll, onStep }: Props) {
  const t = useT();
  const { form, defer } = saved;
  const source: PrintSource = { kind: 'minutes', id: conference.id };
  const pages = usePages(source);
  const lacking = lacksOf(state);
  const [isClosing, setClosing] = useState(false);
  const isReadOnly = useReadOnly(conference);
  const conclusion = useRef<Editor | null>(null);
  const [markingIn, setMarkingIn] = useState<Editor | null>(null);
  useShortcuts([
    {
      keys: 'ctrl+shift+k',
      label: 'conferences.finding.title',
      run: () => {
        if (!isReadOnly) setMarkingIn(conclusion.current);
      },
    },
  ]);
  function endNow(): void {
    const now = new Date();
    const { startsAt } = form.getValues();
    const day = meetingDay({ startsAt, endsAt: null }, localDay(now));
    form.setFieldValue('endsAt', `${day}T${showClock(now.toISOString())}`);
  }

  /** What is typed has to be in before it is locked. */
  async function askToClose(): Promise<void> {
    if (!(await saveAll())) return;
    await askObjections({ act: 'close', conferenceId: conference.id });
    setClosing(true);
  }

  return (
    <div className={classes.finish}>
      <div className={classes.fields}>
        {!isReadOnly && <Contradictions found={contradictionsIn(conference)} onStep={onStep} />}
        {!isReadOnly && lacking.length > 0 && (
          <Alert color="gray" variant="light" title={t('conferences.finish.lacking')} py={8}>
            <ul className={classes.lacks}>
              {lacking.map(({ what, step, count }) => (
                <li key={what}>
                  {step === 'finish' ? (
                    t(`conferences.lack.${what}`, { count })
                  ) : (
                    <Anchor component="button" type="button" size="sm" onClick={() => onStep(step)}>
                      {t(`conferences.lack.${what}`, { count })}
                    </Anchor>
                  )}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {!isReadOnly && (
          <>
            <div>
              <h3 className={classes.label}>{t('conferences.field.conclusion')}</h3>
              <RichText
                key={form.key('conclusion')}
                initial={form.getValues().conclusion}
                onEdit={(read) => defer('conclusion', read)}
                label={t('conferences.field.conclusion')}
                extensions={conclusionExtensions}
                tools={() => <FindingTool run={setMarkingIn} />}
                onReady={(editor) => {
                  conclusion.current = editor;
                }}
              />
            </div>
            <div className={classes.end}>
              <DateTimeField
                label={t('conferences.field.endsAt')}
                key={form.key('endsAt')}
                {...form.getInputProps('endsAt')}
                dayOf={() => form.getValues().startsAt.slice(0, 10)}
              />
              <Button variant="default" onClick={endNow}>
                {t('conferences.finish.now')}
              </Button>
            </div>
            <div>
              <Button onClick={() => void askToClose()}>{t('conferences.close.ask')}</Button>
            </div>
          </>
        )}
        <Reopenings conference={conference} />
        <AttachmentList
          ownerKind="conference"
          ownerId={conference.id}
          title={t('conferences.attachments.all')}
        />
        <StartResolution conference={conference} saveAll={saveAll} />
        {markingIn && <FindingDialog editor={markingIn} onClose={() => setMarkingIn(null)} />}
        {isClosing && !isReadOnly && (
          <CloseDialog conference={conference} lacking={lacking} onClose={() => setClosing(false)} />
        )}
      </div>
      <PagePreview
        shown={pages}
        note={!isSaved && <SaveNote onSave={saveAll} />}
        actions={<PrintActions source={async () => ((await saveAll()) ? source : null)} />}
      />
    </div>
  );
}

function SaveNote({ onSave }: { onSave: () => Promise<boolean> }) {
  const t = useT();
  return (
    <div className={classes.saveNote} role="status">
      {t('conferences.finish.notNewest')}
      <Button size="compact-xs" variant="default" onClick={() => void onSave()}>
        {t('conferences.finish.update')}
      </Button>
    </div>
  );
}

/** The resolution of the conference, with what is known of it already. */
function StartResolution({
  conference,
  saveAll,
}: {
  conference: Conference;
  saveAll: () => Promise<boolean>;
}) {
  const t = useT();
  const [, go] = useLocation();
  const [pending, setPending] = useState(false);
  const create = useCommand('documents.create');
  const mayCreate = useMay('documents.create');
  if (!mayCreate) return null;

  async function start(): Promise<void> {
    setPending(true);
    try {
      if (!(await saveAll())) return;
      const fields = await client.documents.template({
        type: 'NQ',
        conferenceId: conference.id,
        date: conference.startsAt.slice(0, 10),
      });
      const made = await create.run(fields);
      if (made) go(path.document(made.id));
    } catch (error) {
      toastRefusal(wireOf(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <div>
      <Button variant="outline" onClick={() => void start()} loading={pending}>
        {t('conferences.finish.resolution')}
      </Button>
    </div>
  );
}
