import { Link, useLocation } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import { showKeys } from '#renderer/lib/keys.ts';
import { places } from './places.ts';
import classes from './Shell.module.css';

export function Navigation() {
  const t = useT();
  const [location] = useLocation();
  return (
    <nav className={classes.nav} aria-label={t('app.nav.label')}>
      {places.map(({ to, label, keys }) => (
        <Link
          key={to}
          href={to}
          className={classes.place}
          title={t(label)}
          aria-current={isAt(location, to) ? 'page' : undefined}
          aria-keyshortcuts={keys?.toUpperCase()}
        >
          <span className={classes.key} data-letter={!keys} aria-hidden="true">
            {keys ? showKeys(keys) : t(label).charAt(0)}
          </span>
          <span className={classes.placeName}>{t(label)}</span>
        </Link>
      ))}
    </nav>
  );
}

function isAt(location: string, to: string): boolean {
  return to === '/' ? location === '/' : location === to || location.startsWith(`${to}/`);
}
