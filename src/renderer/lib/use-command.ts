import { useCallback, useRef, useState } from 'react';
import type { ChangeNotice } from '#shared/bridge.ts';
import type { Input, MethodName, Output, SavingMethod } from '#shared/contract.ts';
import type { WireError } from '#shared/errors.ts';
import type { Overtaken, Saving } from './basis.ts';
import { callMethod, wireOf } from './client.ts';
import { toastDone, toastRefusal } from './toasts.tsx';
import { doneOf, undo } from './undo.ts';

type Options<N extends MethodName> = {
  onDone?: (output: Output<N>, input: Input<N>) => void;
  /** No toast when it is done (its effect is plain to see); a refusal is told all the same. */
  quiet?: boolean;
  /** A refusal is shown where it was asked for (`error`), and not told beside it. */
  inPlace?: boolean;
};

/** Of a method that says what it saves it must be said what it is based on; null: whatever is there is written over. */
type Based<N extends MethodName> = N extends SavingMethod
  ? [saving: Saving | null]
  : [saving?: Saving | null];

export type Command<N extends MethodName> = {
  /** Resolves to the output, or to null when it was refused (the clerk has been told). */
  run: (input: Input<N>, ...based: Based<N>) => Promise<Output<N> | null>;
  pending: boolean;
  error: WireError | null;
  reset: () => void;
};

function announce(change: ChangeNotice): void {
  toastDone(
    doneOf(change.command),
    change.undoable ? { action: { label: 'journal.action.undo', run: () => void undo(change.seq) } } : {},
  );
}

function overtakenIn({ code, detail }: WireError): Overtaken | null {
  if (code !== 'CONFLICT' || detail.reason !== 'changedElsewhere') return null;
  return detail.params as Overtaken;
}

/**
 * Runs a method of the contract: tells what was done and offers the way back, or tells why not. Which field was
 * refused stands in `error.detail.issues`; a form checks with the same schema first, so that this is the rare case.
 */
export function useCommand<N extends MethodName>(name: N, options: Options<N> = {}): Command<N> {
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<WireError | null>(null);
  const newest = useRef(options);
  newest.current = options;

  const run = useCallback(
    async (input: Input<N>, saving?: Saving | null) => {
      setRunning((count) => count + 1);
      try {
        const based = saving?.basedOn === undefined ? input : { ...input, basedOn: saving.basedOn };
        const { value, change } = await callMethod(name, based);
        setError(null);
        if (change) saving?.savedAs?.(change);
        if (change && !newest.current.quiet) announce(change);
        newest.current.onDone?.(value, input);
        return value;
      } catch (thrown) {
        const wire = wireOf(thrown);
        const by = overtakenIn(wire);
        if (by && saving?.overtaken) {
          saving.overtaken(by);
          return null;
        }
        setError(wire);
        if (wire.code !== 'CANCELLED' && !newest.current.inPlace) toastRefusal(wire);
        return null;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [name],
  );

  return { run, pending: running > 0, error, reset: useCallback(() => setError(null), []) };
}
