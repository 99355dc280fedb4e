import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '#shared/bridge.ts';
import type { Input, MethodName, Output } from '#shared/contract.ts';
import type { WireError } from '#shared/errors.ts';
import { startTask, type Task, wireOf } from './client.ts';

export type RunningTask = {
  /** Milliseconds, of `performance.now()`. */
  startedAt: number;
  progress: Progress | null;
  cancel: () => void;
};

/** A long method with its progress; show `running` with TaskProgress and `error` with ErrorNote, at the place. */
export function useTask<N extends MethodName>(name: N) {
  const [running, setRunning] = useState<RunningTask | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const current = useRef<Task<Output<N>> | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  /** Resolves to the output, or to null when it was refused, cancelled, or is running already. */
  const run = useCallback(
    async (input: Input<N>): Promise<Output<N> | null> => {
      if (current.current) return null;
      setError(null);
      const task = startTask(name, input, (progress) => {
        if (!mounted.current) return;
        // Until its first word the task waited for a dialog: that is not its own time.
        setRunning(
          (state) =>
            state && {
              ...state,
              startedAt: state.progress ? state.startedAt : performance.now(),
              progress,
            },
        );
      });
      current.current = task;
      setRunning({ startedAt: performance.now(), progress: null, cancel: task.cancel });
      try {
        return await task.promise;
      } catch (thrown) {
        if (mounted.current) setError(wireOf(thrown));
        return null;
      } finally {
        current.current = null;
        if (mounted.current) setRunning(null);
      }
    },
    [name],
  );

  return { run, running, error, reset: useCallback(() => setError(null), []) };
}
