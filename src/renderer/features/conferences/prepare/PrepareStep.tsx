import { Textarea } from '@mantine/core';
import { AttachmentList } from '#renderer/features/attachments/index.ts';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import type { SavedForm } from '#renderer/lib/forms/saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import type { Conference, ConferenceFields } from '#shared/features/conferences/schema.ts';
import type { Agenda } from '../agenda-form.ts';
import classes from '../conferences.module.css';
import { useCommittee, usePreset } from '../queries.ts';
import { useReadOnly } from '../use-read-only.ts';
import { AgendaTitles } from './AgendaTitles.tsx';
import { HeaderFields } from './HeaderFields.tsx';
import { OpenMatters } from './OpenMatters.tsx';
import { PreparedText } from './PreparedText.tsx';

type Props = { saved: SavedForm<ConferenceFields>; agenda: Agenda; conference: Conference };

export function PrepareStep(props: Props) {
  const { conference } = props;
  return useReadOnly(conference) ? <PreparedText conference={conference} /> : <PrepareForm {...props} />;
}

function PrepareForm({ saved, agenda, conference }: Props) {
  const t = useT();
  const { form } = saved;
  const { data: members = [] } = useCommittee(conference.termId);
  return (
    <div className={classes.columns}>
      <div className={classes.fields} {...enterFlow()}>
        <HeaderFields saved={saved} members={members} />
      </div>
      <div className={classes.fields}>
        <AgendaTitles
          agenda={agenda}
          members={members}
          preset={usePreset(conference.kind)}
          day={() => form.getValues().startsAt.slice(0, 10)}
        />
        <OpenMatters conference={conference} agenda={agenda} />
        <Textarea
          label={t('conferences.field.invited')}
          description={t('conferences.field.linesHint')}
          autosize
          minRows={2}
          maxRows={8}
          key={form.key('invited')}
          {...form.getInputProps('invited')}
        />
        <Textarea
          label={t('conferences.field.papers')}
          description={t('conferences.field.linesHint')}
          autosize
          minRows={2}
          maxRows={8}
          key={form.key('papers')}
          {...form.getInputProps('papers')}
        />
        <AttachmentList
          ownerKind="conference"
          ownerId={conference.id}
          only="paper"
          title={t('conferences.attachments.papers')}
        />
      </div>
    </div>
  );
}
