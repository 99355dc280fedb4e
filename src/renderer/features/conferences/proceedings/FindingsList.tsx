import { Anchor, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { path } from '#renderer/lib/routes.ts';
import type { Finding } from '#shared/features/conferences/schema.ts';
import { findingKinds } from '#shared/text-model/body.ts';
import classes from './writing.module.css';

type Props = { conferenceId: string; onGo: (finding: Finding) => void };

/** What was marked in the minutes, by kind, as saved; each leads to its words and to the documents that took it over. */
export function FindingsList({ conferenceId, onGo }: Props) {
  const t = useT();
  const { data = [] } = useQuery(methodQuery('conferences.findings', { id: conferenceId }));
  if (data.length === 0) return null;
  return (
    <section className={classes.findings} aria-label={t('conferences.finding.list')}>
      {findingKinds.map((kind) => {
        const found = data.filter((finding) => finding.kind === kind);
        if (found.length === 0) return null;
        return (
          <div key={kind}>
            <h3>
              {t('conferences.finding.group', {
                kind: t(`conferences.finding.kind.${kind}`),
                count: found.length,
              })}
            </h3>
            <ul>
              {found.map((finding) => (
                <li key={finding.id}>
                  <UnstyledButton className={classes.findingText} onClick={() => onGo(finding)}>
                    {finding.text}
                  </UnstyledButton>
                  {finding.usedIn.map(({ documentId, code, subject }) => (
                    <Anchor key={documentId} component={Link} href={path.document(documentId)} size="xs">
                      {t('conferences.finding.usedIn', { code: code.startsWith('-') ? subject : code })}
                    </Anchor>
                  ))}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
