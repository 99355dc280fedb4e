import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Shell } from '#renderer/app/shell/Shell.tsx';
import { UndoKeys } from '#renderer/app/shell/UndoKeys.tsx';
import { wireOf } from '#renderer/lib/client.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import type { WireError } from '#shared/errors.ts';
import type { Startup as StartupState } from '#shared/features/app/contract.ts';
import { Opening } from './Opening.tsx';
import { SignedIn } from './SignedIn.tsx';

// Neither is seen on an ordinary day.
const FirstStartPage = lazy(async () => ({
  default: (await import('#renderer/features/organisation/index.ts')).FirstStartPage,
}));
const StartupErrorPage = lazy(async () => ({
  default: (await import('./StartupErrorPage.tsx')).StartupErrorPage,
}));

/** Decides what the window shows: the shell, the first start, or why the store cannot be opened. */
export function Startup() {
  const startup = useQuery(methodQuery('app.startup', {}));
  const status = useQuery(methodQuery('app.status', {}));
  const ready = startup.data?.state === 'ready';
  const failure = failureOf(startup.error ?? (ready ? status.error : null), startup.data);

  if (failure) {
    return (
      <Screen>
        <StartupErrorPage error={failure} />
      </Screen>
    );
  }
  if (!ready || !status.data) return <Opening />;
  const appStatus = status.data;
  if (!appStatus.isSetUp && appStatus.viewedDay === null) {
    return (
      <Screen>
        <UndoKeys />
        <FirstStartPage />
      </Screen>
    );
  }
  return (
    <Screen>
      <UndoKeys />
      <SignedIn>
        {(person, onSwitch) => <Shell status={appStatus} person={person} onSwitch={onSwitch} />}
      </SignedIn>
    </Screen>
  );
}

function failureOf(error: unknown, data: StartupState | undefined): WireError | null {
  if (error) return wireOf(error);
  return data?.state === 'failed' ? data.error : null;
}

/** Tells those who measure and test that a real screen stands. */
function Screen({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={<Opening />}>
      <Painted>{children}</Painted>
    </Suspense>
  );
}

function Painted({ children }: { children: ReactNode }) {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      document.documentElement.dataset.appReady = 'true';
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return children;
}
