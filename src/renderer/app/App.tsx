import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useHashPath, useHashSearch } from '#renderer/lib/hash-location.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { shareStyleNonce, styleNonce } from './nonce.ts';
import { PreferencesProvider } from './start/PreferencesProvider.tsx';
import { Startup } from './start/Startup.tsx';
import { cssVariables, theme } from './theme.ts';

shareStyleNonce();

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="light"
        getStyleNonce={styleNonce}
      >
        <PreferencesProvider>
          <Notifications position="bottom-right" limit={3} transitionDuration={0} />
          <ErrorBoundary>
            <Router hook={useHashPath} searchHook={useHashSearch}>
              <Startup />
            </Router>
          </ErrorBoundary>
        </PreferencesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
