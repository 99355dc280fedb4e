import { Redirect, Route, Switch } from 'wouter';
import { loadedLater } from '#renderer/lib/loaded-later.tsx';
import { routes } from '#renderer/lib/routes.ts';
import { Opening } from './start/Opening.tsx';
import { TodayPage } from './today/TodayPage.tsx';

// Only the first page comes with the first load; the others follow when they are opened, or while the page rests.
const conferences = () => import('#renderer/features/conferences/index.ts');
const documents = () => import('#renderer/features/documents/index.ts');
const journal = () => import('#renderer/features/journal/index.ts');

const ConferenceListPage = loadedLater(async () => (await conferences()).ConferenceListPage, <Opening />);
const ConferencePage = loadedLater(async () => (await conferences()).ConferencePage, <Opening />);
const DocumentListPage = loadedLater(async () => (await documents()).DocumentListPage, <Opening />);
const DocumentPage = loadedLater(async () => (await documents()).DocumentPage, <Opening />);
const RegisterPage = loadedLater(async () => (await documents()).RegisterPage, <Opening />);
const IndicatorsPage = loadedLater(
  async () => (await import('#renderer/features/indicators/index.ts')).IndicatorsPage,
  <Opening />,
);
const BackupPage = loadedLater(
  async () => (await import('#renderer/features/backup/index.ts')).BackupPage,
  <Opening />,
);
const HistoryPage = loadedLater(async () => (await journal()).HistoryPage, <Opening />);
const SearchPage = loadedLater(
  async () => (await import('#renderer/features/search/index.ts')).SearchPage,
  <Opening />,
);
const SettingsPage = loadedLater(
  async () => (await import('#renderer/features/organisation/index.ts')).SettingsPage,
  <Opening />,
);
const LayoutPage = loadedLater(
  async () => (await import('#renderer/features/print/index.ts')).LayoutPage,
  <Opening />,
);

export function Pages() {
  return (
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
  );
}
