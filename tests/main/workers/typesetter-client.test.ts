import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import { nodeSpawner } from '#main/workers/node-process.ts';
import { createTypesetter, type Typesetter } from '#main/workers/typesetter-client.ts';
import type { SpawnWorker, WorkerHandle } from '#main/workers/worker-client.ts';
import { AppError } from '#shared/errors.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import { doc, indicators, longParagraph, paragraph, resolution, sonLien } from '../paper/support/records.ts';
import { startTypesetter } from '../paper/support/typeset.ts';

const model = composeDocument({ document: resolution, name: sonLien, indicators });
const longModel = composeDocument({
  document: { ...resolution, body: doc(...Array.from({ length: 400 }, () => paragraph(longParagraph))) },
  name: sonLien,
  indicators,
});

let typesetter: Typesetter | undefined;
afterEach(() => typesetter?.dispose());

/** The real process, with its handles kept for a test to kill. */
function watched(): { spawn: SpawnWorker; workers: WorkerHandle[] } {
  const workers: WorkerHandle[] = [];
  const spawn = nodeSpawner();
  return {
    workers,
    spawn: (name) => {
      const worker = spawn(name);
      workers.push(worker);
      return worker;
    },
  };
}

/** A process that behaves as `react` says when it is given work. */
function faked(
  react: (
    worker: { answer: (message: unknown) => void; exit: (lastWords?: string) => void },
    request: { id: number },
  ) => void,
) {
  const state = { started: 0, killed: 0 };
  const spawn: SpawnWorker = () => {
    state.started += 1;
    let answer: (message: unknown) => void = () => undefined;
    let exit: (lastWords?: string) => void = () => undefined;
    return {
      post: (message) => setImmediate(() => react({ answer, exit }, message as { id: number })),
      onMessage: (listener) => {
        answer = listener;
      },
      onExit: (listener) => {
        exit = listener;
      },
      kill: () => {
        state.killed += 1;
      },
    };
  };
  return { spawn, state };
}

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  expect((error as AppError).code).toBe('TYPESET_FAILED');
  return error as AppError;
}

describe('typesetter client', () => {
  it('starts no process before there is work', () => {
    const { spawn, workers } = watched();
    typesetter = startTypesetter(spawn);
    expect(workers).toHaveLength(0);
  });

  it('gives the same bytes for the same model, also from another process', async () => {
    typesetter = startTypesetter();
    const one = await typesetter.pdf(model);
    await typesetter.svg(longModel);
    const two = await typesetter.pdf(model);
    typesetter.dispose();
    typesetter = startTypesetter();
    const three = await typesetter.pdf(structuredClone(model));
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
    expect(Buffer.compare(one.bytes, three.bytes)).toBe(0);
  });

  it('survives the death of its process in the middle of a paper', async () => {
    const { spawn, workers } = watched();
    typesetter = startTypesetter(spawn);
    await typesetter.pages(model);
    const long = typesetter.svg(longModel);
    const after = typesetter.pdf(model);
    setTimeout(() => workers[0]?.kill(), 5);
    expect((await long).pages.length).toBeGreaterThan(50);
    expect((await after).pages).toBeGreaterThan(1);
    expect(workers).toHaveLength(2);
  });

  it('hands on what the process said at last', async () => {
    typesetter = startTypesetter(faked(({ exit }) => exit('panicked at layout.rs:1')).spawn);
    expect((await refusal(typesetter.pages(model))).cause).toBe('panicked at layout.rs:1');
  });

  it('says that its own files are missing, and why', async () => {
    const templatesDir = join(tmpdir(), 'no such folder');
    typesetter = createTypesetter(nodeSpawner(), { templatesDir });
    const error = await refusal(typesetter.pages(model));
    expect(error.detail).toEqual({ reason: 'files' });
    expect(error.cause).toMatch(/TYPESET_FAILED: files.*Caused by: Error: ENOENT/su);
  });

  it('gives up on a paper that kills its process twice, and on no other', async () => {
    const { spawn, state } = faked(({ answer, exit }, { id }) =>
      id <= 2 ? exit() : answer({ id, ok: true, value: { count: 3, unprintable: [] } }),
    );
    typesetter = startTypesetter(spawn);
    const [bad, good] = [typesetter.pages(model), typesetter.pages(model)];
    expect((await refusal(bad)).detail.reason).toBe('crashed');
    expect((await good).count).toBe(3);
    expect(state.started).toBe(3);
  });

  it('replaces a process that does not answer in time', async () => {
    const { spawn, state } = faked(({ answer }, { id }) => {
      if (id > 1) answer({ id, ok: true, value: { count: 1, unprintable: [] } });
    });
    typesetter = startTypesetter(spawn, 50);
    const [late, next] = [typesetter.pages(model), typesetter.pages(model)];
    expect((await refusal(late)).detail.reason).toBe('timeout');
    expect((await next).count).toBe(1);
    expect(state).toEqual({ started: 2, killed: 1 });
  });

  it('gives a large paper more time than a small one', async () => {
    const { spawn } = faked(({ answer }, { id }) => {
      setTimeout(() => answer({ id, ok: true, value: { count: 1, unprintable: [] } }), 150);
    });
    typesetter = startTypesetter(spawn, 100);
    expect((await refusal(typesetter.pages(model))).detail.reason).toBe('timeout');
    const large: DocumentModel = { ...model, subject: 'dài '.repeat(50_000) };
    expect((await typesetter.pages(large)).count).toBe(1);
  });

  it('tells a layout fault from a crash, and goes on', async () => {
    typesetter = startTypesetter();
    const error = await refusal(typesetter.pdf({ ...model, profile: {} as never }));
    expect(error.detail.reason).toBe('layout');
    expect(String(error.cause)).toContain('page');
    expect((await typesetter.pages(model)).count).toBeGreaterThan(1);
  });

  it('answers everything that waits when it is closed', async () => {
    typesetter = startTypesetter();
    const waiting = [typesetter.svg(longModel), typesetter.pdf(model)];
    typesetter.dispose();
    for (const one of waiting) expect((await refusal(one)).detail.reason).toBe('closed');
    expect((await refusal(typesetter.pdf(model))).detail.reason).toBe('closed');
  });

  it('shows on screen the very pages of the PDF, with nothing to load or run', async () => {
    typesetter = startTypesetter();
    const svg = await typesetter.svg(model);
    expect(svg.pages).toHaveLength((await typesetter.pdf(model)).pages);
    expect(await typesetter.pages(model)).toEqual({ count: svg.pages.length, unprintable: [] });
    for (const page of svg.pages) {
      expect(page.widthMm).toBeCloseTo(210, 1);
      expect(page.heightMm).toBeCloseTo(297, 1);
      expect(page.svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
      expect(page.svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
        /<script|<style|style=|<image|<text|foreignObject|https?:|url\(|on\w+=/u,
      );
      const shapes = new Set([...page.svg.matchAll(/<path id="(g\d+)" d="M/gu)].map((hit) => hit[1]));
      const used = new Set([...page.svg.matchAll(/<use href="#(g\d+)"/gu)].map((hit) => hit[1]));
      expect(used.size).toBeGreaterThan(20);
      expect([...used].every((name) => shapes.has(name))).toBe(true);
      expect([...page.svg.matchAll(/<g[ >]/gu)]).toHaveLength([...page.svg.matchAll(/<\/g>/gu)].length);
    }
  });
});
