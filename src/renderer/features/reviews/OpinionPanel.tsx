import { Button, CloseButton, SegmentedControl, Text, Title } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { indexOfElement } from '#renderer/lib/element-index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import remarks from '#renderer/ui/remarks.module.css';
import { OpinionForm } from './OpinionForm.tsx';
import { OpinionItem } from './OpinionItem.tsx';
import { OpinionsDialog } from './OpinionsDialog.tsx';
import classes from './reviews.module.css';
import { opinionFilters, shownParts } from './shown-opinions.ts';
import type { OpinionPanelState } from './use-opinion-panel.ts';

/** What was said of the document, in the order of its text; each leads to its words. */
export function OpinionPanel({ panel }: { panel: OpinionPanelState }) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const [isTableShown, setTableShown] = useState(false);
  const { opinions, openCount, filter, setFilter, current, pin, go, write, accept, takenOver } = panel;
  const parts = shownParts(opinions, filter);

  function move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const { target } = event;
    if (step === 0 || event.altKey || !(target instanceof HTMLElement && target.dataset.opinion)) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll<HTMLButtonElement>('button[data-opinion]') ?? [])];
    const at = indexOfElement(all, target);
    all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
  }

  return (
    <aside className={`${remarks.panel} ${classes.panel}`} aria-label={t('reviews.panel.title')}>
      <div className={classes.head}>
        <Title order={2} size="sm">
          {opinions.length === 0
            ? t('reviews.panel.title')
            : t('reviews.panel.count', { open: openCount, count: opinions.length })}
        </Title>
        <CloseButton size="sm" onClick={() => panel.setShown(false)} aria-label={t('ui.action.close')} />
      </div>
      {pin ? (
        <OpinionForm panel={panel} pin={pin} />
      ) : (
        <div className={classes.tools}>
          <Button size="compact-sm" variant="default" onClick={write} title={t('reviews.panel.newKeys')}>
            {t('reviews.panel.new')}
          </Button>
          {opinions.length > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => setTableShown(true)}>
              {t('reviews.table.open')}
            </Button>
          )}
        </div>
      )}
      {opinions.length > 0 && (
        <SegmentedControl
          className={classes.filter}
          classNames={{ label: classes.filterLabel ?? '' }}
          size="xs"
          fullWidth
          aria-label={t('reviews.panel.filter')}
          data={opinionFilters.map((value) => ({ value, label: t(`reviews.filter.${value}`) }))}
          value={filter}
          onChange={setFilter}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the buttons inside */}
      <div className={`${remarks.list} ${classes.list}`} ref={list} onKeyDown={move}>
        {parts.length === 0 && (
          <Text size="sm" c="dimmed" p="sm">
            {t(opinions.length === 0 ? 'reviews.panel.none' : 'reviews.panel.noneHere')}
          </Text>
        )}
        {parts.map(({ part, opinions: own }) => (
          <section key={part} aria-label={t(`reviews.part.${part}`)}>
            <h3 className={`${remarks.group} ${classes.part}`} data-part={part}>
              {t(`reviews.part.${part}`)} ({own.length})
            </h3>
            {own.map((opinion) => (
              <OpinionItem
                key={opinion.id}
                opinion={opinion}
                isCurrent={opinion.id === current}
                onGo={() => go(opinion)}
                onTakeOver={accept && (() => accept(opinion))}
                isTakenOver={opinion.id === takenOver}
              />
            ))}
          </section>
        ))}
      </div>
      {isTableShown && <OpinionsDialog id={panel.documentId} onClose={() => setTableShown(false)} />}
    </aside>
  );
}
