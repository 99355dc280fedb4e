import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import { routes } from '#renderer/lib/routes.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { againstRoll } from '#shared/features/conferences/contradictions.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { Contradictions } from '../Contradictions.tsx';
import conferenceClasses from '../conferences.module.css';
import { useCommittee } from '../queries.ts';
import { useReadOnly } from '../use-read-only.ts';
import { AddPeople } from './AddPeople.tsx';
import { nothingPasted } from './pasted-roll.ts';
import { RollSummary } from './RollSummary.tsx';
import { RollTable } from './RollTable.tsx';
import classes from './roll.module.css';

/** The paper list on screen, and below it what follows from it. */
export function AttendanceStep({ conference }: { conference: Conference }) {
  const t = useT();
  const { data: members } = useCommittee(conference.termId);
  const [isAdding, setAdding] = useState(false);
  // Kept while the dialog is closed: leaving it loses nothing.
  const [pasted, setPasted] = useState(nothingPasted);
  // Delegates and members of a cell are on no list of the office.
  const isByName = conference.kind === 'congress' || conference.kind === 'cell';
  const isReadOnly = useReadOnly(conference);
  useShortcuts(
    isReadOnly
      ? []
      : [{ keys: 'ctrl+n', label: 'conferences.people.add', run: () => setAdding(members !== undefined) }],
  );

  if (!members) return null;
  const add = !isReadOnly && (
    <Button variant="default" onClick={() => setAdding(true)} aria-keyshortcuts="Control+N">
      {t('conferences.people.add')}
    </Button>
  );
  return (
    <div className={classes.roll}>
      {conference.attendance.length === 0 ? (
        <EmptyState
          message={t(isByName ? 'conferences.attendance.emptyByName' : 'conferences.attendance.empty')}
          firstStep={
            <div className={classes.firstSteps}>
              {add}
              {!isByName && (
                <Button component={Link} href={routes.settings} variant="default">
                  {t('conferences.attendance.toSettings')}
                </Button>
              )}
            </div>
          }
        />
      ) : (
        <>
          <RollTable conference={conference} members={members} isReadOnly={isReadOnly} />
          {!isReadOnly && <Contradictions found={againstRoll(conference)} />}
          <RollSummary conference={conference} action={add} />
        </>
      )}
      {!isReadOnly && conference.attendance.length > 0 && (
        <p className={conferenceClasses.keys}>{t('conferences.attendance.keys')}</p>
      )}
      {isAdding && (
        <AddPeople
          conference={conference}
          members={members}
          pasted={pasted}
          onPasted={setPasted}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
