import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { CountField } from '#renderer/ui/fields/CountField.tsx';
import { useProposedNumber } from '#renderer/ui/fields/use-proposed-number.ts';
import { Objections } from '#renderer/ui/Objections.tsx';
import { unsettledItems } from '#shared/features/conferences/closing.ts';
import { contradictionsIn } from '#shared/features/conferences/contradictions.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import { Contradictions } from '../Contradictions.tsx';
import type { Lack } from '../conference-state.ts';

type Props = { conference: Conference; lacking: readonly Lack[]; onClose: () => void };

/** The one question before the minutes are locked: what still lacks, which number they get. */
export function CloseDialog({ conference, lacking, onClose }: Props) {
  const t = useT();
  const { id } = conference;
  const { data: next } = useQuery(methodQuery('conferences.nextMinutesNumber', { id }));
  const close = useCommand('conferences.close', { onDone: onClose, inPlace: true });
  const open = unsettledItems(conference);
  const contradictions = contradictionsIn(conference);
  const isEnded = conference.endsAt !== null;
  const hints = lacking.filter(({ what }) => what !== 'end' && what !== 'itemConclusions');
  const proposed = next?.number ?? null;
  const { byHand, isRefused, field } = useProposedNumber(proposed);
  const number = byHand ?? proposed;

  return (
    <ActionDialog
      title={t('conferences.close.title')}
      act={
        number === null
          ? t('conferences.close.do')
          : t('conferences.close.doAs', { number: twoDigits(number) })
      }
      onAct={() => void close.run({ id, ...(byHand !== null && { number: byHand }) })}
      onClose={onClose}
      pending={close.pending}
      error={close.error}
      disabled={open.length > 0 || contradictions.length > 0 || !isEnded || next === undefined || isRefused}
      isFinal
    >
      <Contradictions found={contradictions} />
      {(open.length > 0 || !isEnded) && (
        <>
          <Text size="sm" fw={600}>
            {t('conferences.close.blocked')}
          </Text>
          <List size="sm">
            {!isEnded && <List.Item>{t('conferences.lack.end')}</List.Item>}
            {open.map((item) => (
              <List.Item key={item.id}>
                {t(item.isCarriedOver ? 'conferences.close.noReason' : 'conferences.close.unsettled', {
                  title: item.title,
                })}
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Objections
        act={{ act: 'close', conferenceId: id }}
        own={hints.map(({ what, count }) => t(`conferences.lack.${what}`, { count }))}
        onLeave={onClose}
      />
      {proposed !== null && (
        <CountField
          label={t('conferences.close.number')}
          description={t('conferences.close.numberHint')}
          w={220}
          disabled={conference.minutesNumber !== null}
          {...field}
        />
      )}
      <Text size="sm">{t('conferences.close.consequence')}</Text>
    </ActionDialog>
  );
}
