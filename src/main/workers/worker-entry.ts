import { AppError, codeOf, wholeError } from '#shared/errors.ts';
import type { WorkerAnswer, WorkerFailure, WorkerRequest, WorkerWatch } from './worker-protocol.ts';

/**
 * A worker's process is a utility process of Electron (`process.parentPort`) or a fork of Node (`process.send`).
 * Described here by shape, so that the same file runs in both.
 */
type ParentPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
};

/** Work tells of each step; a page can show no more than this. */
const progressEveryMs = 100;

/** Answers each request with what `work` makes of it. */
export function serveRequests<R extends WorkerRequest>(
  work: (request: R, watch: WorkerWatch) => Promise<unknown>,
): void {
  const port = parentPort();
  const post = (message: WorkerAnswer) => (port ? port.postMessage(message) : process.send?.(message));
  const serve = async (message: unknown) => {
    // The parent is this program: its client asks for nothing else.
    const request = message as R;
    const { id } = request;
    try {
      post({ id, ok: true, value: await work(request, sparing(id, post)) });
    } catch (error) {
      post({ id, ok: false, ...failureOf(error) });
    }
  };
  if (port) {
    port.on('message', ({ data }) => void serve(data));
  } else {
    process.on('message', (message) => void serve(message));
    // A parent that was killed must not leave its worker behind.
    process.on('disconnect', () => process.exit(0));
  }
}

function parentPort(): ParentPort | null {
  const given: unknown = Reflect.get(process, 'parentPort');
  return isPort(given) ? given : null;
}

function isPort(given: unknown): given is ParentPort {
  return typeof given === 'object' && given !== null && 'postMessage' in given && 'on' in given;
}

/** The first word of each stage, and then one now and again. */
function sparing(id: number, post: (message: WorkerAnswer) => void): WorkerWatch {
  let last = { stage: '', at: 0 };
  return (stage, done, total) => {
    const at = performance.now();
    if (stage === last.stage && at - last.at < progressEveryMs) return;
    last = { stage, at };
    post({ id, progress: { stage, done, total } });
  };
}

function failureOf(error: unknown): WorkerFailure {
  const message = wholeError(error);
  if (error instanceof AppError) return { message, refusal: { code: error.code, detail: error.detail } };
  const code = codeOf(error);
  return code === null ? { message } : { message, code };
}
