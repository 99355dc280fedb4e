import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import classes from './TodayPage.module.css';

type SectionProps = { title: string; more?: { count: number; to: string } | null; children: ReactNode };

export function Section({ title, more, children }: SectionProps) {
  const t = useT();
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{title}</h2>
      <ul className={classes.entries}>{children}</ul>
      {more && (
        <Link href={more.to} className={classes.more}>
          {t('app.today.more', { count: more.count })}
        </Link>
      )}
    </section>
  );
}

export function Entry({ to, text, note }: { to: string; text: string; note: string }) {
  return (
    <li>
      <Link href={to} className={classes.entry}>
        <span className={classes.entryText}>{text}</span>
        <span className={classes.note}>{note}</span>
      </Link>
    </li>
  );
}
