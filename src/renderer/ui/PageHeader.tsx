import './library-styles.ts';
import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './ui.module.css';

export type PageHeaderProps = {
  title: string;
  /** The state of what is shown, or what the page is for. */
  subtitle?: ReactNode;
  /** The one main action. */
  action?: ReactNode;
  /** Everything else, as a menu. */
  menu?: ReactNode;
};

export function PageHeader({ title, subtitle, action, menu }: PageHeaderProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <header className={classes.header}>
      <div className={classes.headerText}>
        <Title order={1} className={classes.title} title={title}>
          {title}
        </Title>
        {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
      </div>
      {(action || menu) && (
        <div className={classes.actions}>
          {action}
          {menu}
        </div>
      )}
    </header>
  );
}
