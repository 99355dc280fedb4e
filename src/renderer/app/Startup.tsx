import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { WireError } from '#shared/errors.ts';
import { FirstStartPage } from '#renderer/features/organisation/index.ts';
import { wireOf } from '#renderer/lib/client.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { Opening } from './Opening.tsx';
import { Shell } from './Shell.tsx';
import { StartupErrorPage } from './StartupErrorPage.tsx';

/** Decides what the window shows: the shell, the first start, or why the store cannot be opened. */
export function Startup() {
  const startup = useQuery(methodQuery('app.startup', {}));
  const status = useQuery(methodQuery('app.status', {}));
  const ready = startup.data?.state === 'ready';
  const failure = failureOf(startup.error ?? (ready ? status.error : null), startup.data);

  if (failure) {
    return (
      <Painted>
        <StartupErrorPage error={failure} />
      </Painted>
    );
  }
  if (!ready || !status.data) return <Opening />;
  return <Painted>{status.data.isSetUp ? <Shell status={status.data} /> : <FirstStartPage />}</Painted>;
}

type StartupData = { state: 'ready' } | { state: 'failed'; error: { code: string; detail: object } };

function failureOf(error: unknown, data: StartupData | undefined): WireError | null {
  if (error) return wireOf(error);
  return data?.state === 'failed' ? (data.error as WireError) : null;
}

/** Tells those who measure and test that a real screen stands. */
function Painted({ children }: { children: ReactNode }) {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      document.documentElement.dataset.appReady = 'true';
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return children;
}
