import { Button, CloseButton, Text, Title } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import remarks from '#renderer/ui/remarks.module.css';
import { type CheckFinding, type CheckRule, severities } from '#shared/features/documents/checks/schema.ts';
import { labelOf } from '#shared/features/documents/records.ts';
import panel from '../documents.module.css';
import { CheckOffDialog } from './CheckOffDialog.tsx';
import { CheckSettings } from './CheckSettings.tsx';
import classes from './checks.module.css';

type Props = {
  findings: readonly CheckFinding[];
  /** The one that was gone to last. */
  current: CheckFinding | null;
  onGo: (finding: CheckFinding) => void;
  onFix: (finding: CheckFinding) => void;
  onClose: () => void;
};

/** What a second pair of eyes would point at; each leads to its words. */
export function CheckPanel({ findings, current, onGo, onFix, onClose }: Props) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const [switchingOff, setSwitchingOff] = useState<CheckRule | null>(null);

  function move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll<HTMLButtonElement>('button[data-finding]') ?? [])];
    const { target } = event;
    const at = all.findIndex((one) => target instanceof Node && one.parentElement?.contains(target));
    all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
  }

  return (
    <aside className={`${remarks.panel} ${classes.panel}`} aria-label={t('documents.checks.title')}>
      <div className={panel.infoHead}>
        <Title order={2} size="sm">
          {t('documents.checks.count', { count: findings.length })}
        </Title>
        <CloseButton size="sm" onClick={onClose} aria-label={t('ui.action.close')} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the buttons inside */}
      <div className={remarks.list} ref={list} onKeyDown={move}>
        {findings.length === 0 && (
          <Text size="sm" c="dimmed" p="sm">
            {t('documents.checks.none')}
          </Text>
        )}
        {severities.map((severity) => {
          const here = findings.filter((finding) => finding.severity === severity);
          if (here.length === 0) return null;
          return (
            <section key={severity} aria-label={t(`documents.checks.severity.${severity}`)}>
              <h3 className={`${remarks.group} ${classes.severity}`} data-severity={severity}>
                {t(`documents.checks.severity.${severity}`)} ({here.length})
              </h3>
              {here.map((finding) => (
                <Finding
                  key={keyOf(finding)}
                  finding={finding}
                  isCurrent={current !== null && keyOf(finding) === keyOf(current)}
                  onGo={() => onGo(finding)}
                  onFix={() => onFix(finding)}
                  onSwitchOff={() => setSwitchingOff(finding.rule)}
                />
              ))}
            </section>
          );
        })}
      </div>
      <CheckSettings />
      {switchingOff && <CheckOffDialog rule={switchingOff} onClose={() => setSwitchingOff(null)} />}
    </aside>
  );
}

type FindingProps = {
  finding: CheckFinding;
  isCurrent: boolean;
  onGo: () => void;
  onFix: () => void;
  onSwitchOff: () => void;
};

function Finding({ finding, isCurrent, onGo, onFix, onSwitchOff }: FindingProps) {
  const t = useT();
  const { rule, place, words, before, after, params, fix } = finding;
  return (
    <div className={remarks.item} data-current={isCurrent || undefined}>
      <button
        type="button"
        data-finding
        className={`${remarks.go} ${classes.go}`}
        onClick={onGo}
        aria-current={isCurrent}
      >
        <span className={classes.where}>
          {t(labelOf(place.field))}
          {words !== '' && (
            <q>
              {before}
              <mark>{words}</mark>
              {after}
            </q>
          )}
        </span>
        <span>{t(`documents.check.${rule}`, params)}</span>
      </button>
      <div className={classes.acts}>
        {fix && (
          <Button size="compact-xs" variant="default" onClick={onFix}>
            {fix.kind === 'append'
              ? t('documents.checks.append')
              : fix.text.trim() === ''
                ? t('documents.checks.fix')
                : t('documents.checks.fixAs', { text: fix.text.trim() })}
          </Button>
        )}
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onSwitchOff}>
          {t('documents.checks.off')}
        </Button>
      </div>
    </div>
  );
}

function keyOf({ rule, place }: CheckFinding): string {
  return `${rule} ${Object.values(place).join(' ')}`;
}

/** The finding behind the last one, from the first again after the end. */
export function nextFinding(
  findings: readonly CheckFinding[],
  current: CheckFinding | null,
): CheckFinding | null {
  const at = current ? findings.findIndex((one) => keyOf(one) === keyOf(current)) : -1;
  return findings[at + 1] ?? findings[0] ?? null;
}
