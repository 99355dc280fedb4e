import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { routes } from '#renderer/lib/routes.ts';
import { Opening } from './start/Opening.tsx';
import { TodayPage } from './today/TodayPage.tsx';

// Only the first page comes with the first load; the others follow when they are opened.
const conferences = () => import('#renderer/features/conferences/index.ts');
const documents = () => import('#renderer/features/documents/index.ts');
const journal = () => import('#renderer/features/journal/index.ts');

const ConferenceListPage = lazy(async () => ({ default: (await conferences()).ConferenceListPage }));
const ConferencePage = lazy(async () => ({ default: (await conferences()).ConferencePage }));
const DocumentListPage = lazy(async () => ({ default: (await documents()).DocumentListPage }));
const DocumentPage = lazy(async () => ({ default: (await documents()).DocumentPage }));
const RegisterPage = lazy(async () => ({ default: (await documents()).RegisterPage }));
const IndicatorsPage = lazy(async () => ({
  default: (await import('#renderer/features/indicators/index.ts')).IndicatorsPage,
}));
const BackupPage = lazy(async () => ({
  default: (await import('#renderer/features/backup/index.ts')).BackupPage,
}));
const HistoryPage = lazy(async () => ({ default: (await journal()).HistoryPage }));
const SearchPage = lazy(async () => ({
  default: (await import('#renderer/features/search/index.ts')).SearchPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('#renderer/features/organisation/index.ts')).SettingsPage,
}));
const LayoutPage = lazy(async () => ({
  default: (await import('#renderer/features/print/index.ts')).LayoutPage,
}));

export function Pages() {
  return (
    <Suspense fallback={<Opening />}>
      <Switch>
        <Route path={routes.today} component={TodayPage} />
        <Route path={routes.conferences} component={ConferenceListPage} />
        {/* "new" arrives as the id. */}
        <Route path={routes.conference} component={ConferencePage} />
        <Route path={routes.documents} component={DocumentListPage} />
        <Route path={routes.register} component={RegisterPage} />
        <Route path={routes.document} component={DocumentPage} />
        <Route path={routes.indicators} component={IndicatorsPage} />
        <Route path={routes.backup} component={BackupPage} />
        <Route path={routes.history} component={HistoryPage} />
        <Route path={routes.search} component={SearchPage} />
        <Route path={routes.layout} component={LayoutPage} />
        <Route path={routes.settings} component={SettingsPage} />
        <Route>
          <Redirect to={routes.today} replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
