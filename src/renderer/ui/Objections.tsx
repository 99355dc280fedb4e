import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import { path, routes } from '#renderer/lib/routes.ts';
import type { BesidePlace, FinalAct, ObjectionPlace } from '#shared/objections.ts';
import { Note } from './Note.tsx';
import classes from './ui.module.css';

type Props = {
  act: FinalAct;
  /** What the dialog itself has to say, already in words. */
  own?: readonly string[];
  /** Leaves the dialog: what is objected to is put right elsewhere. */
  onLeave: () => void;
  onBeside?: (place: BesidePlace) => void;
};

/**
 * What speaks against an act that cannot be taken back, from every feature, each with the way to where it is put right.
 * Every dialog that asks before such an act shows it; none of it locks the button.
 */
export function Objections({ act, own = [], onLeave, onBeside }: Props) {
  const t = useT();
  const [, go] = useLocation();
  const { data: found = [] } = useQuery(methodQuery('app.objections', act));
  if (found.length + own.length === 0) return null;

  function wayTo(place: ObjectionPlace | null): (() => void) | undefined {
    if (place === null) return undefined;
    switch (place.kind) {
      case 'conference':
        return () => go(path.conference(place.id, 'prepare'));
      case 'document':
        return () => go(path.document(place.id));
      case 'settings':
        return () => go(routes.settings);
      default: {
        const { kind } = place;
        return onBeside && (() => onBeside(kind));
      }
    }
  }

  return (
    <Note tone="waiting" title={t('app.objection.title')}>
      <ul className={classes.objections}>
        {found.map(({ id, params, place }) => {
          const said = t(`app.objection.${id}`, params);
          const follow = wayTo(place);
          return (
            <li key={`${id} ${JSON.stringify(params)}`}>
              {follow ? (
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  onClick={() => {
                    onLeave();
                    follow();
                  }}
                >
                  {said}
                </Anchor>
              ) : (
                said
              )}
            </li>
          );
        })}
        {own.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    </Note>
  );
}

/** Asked before the dialog opens, so that nobody is faster than what is said. What fails is asked again by the dialog. */
export async function askObjections(act: FinalAct): Promise<void> {
  await queryClient.prefetchQuery({ ...methodQuery('app.objections', act), staleTime: 0 });
}
