import { emptyBody } from '#shared/text-model/body.ts';
import { createTestApp, tempFolder } from '../support/test-app.ts';

export type Many = { perSecond: number; megabytesAt: { few: number; all: number } };

const few = 100;

/** Documents to a folder in one go: how many a second, and what the program holds after the first hundred and at the end. */
export async function measureMany(count: number): Promise<Many> {
  const app = await createTestApp();
  await app.call.app.loadDemo({});
  const [sample] = (await app.call.documents.list({})).filter(({ conferenceId }) => conferenceId !== null);
  const fields = await app.call.documents.template({
    issuer: 'committee',
    type: 'NQ',
    conferenceId: null,
    date: null,
  });
  const text = sample ? (await app.call.documents.get({ id: sample.id })).body : emptyBody;
  const ids: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const subject = `về nhiệm vụ số ${n}`;
    ids.push((await app.call.documents.create({ ...fields, subject, body: text })).id);
  }
  app.host.folder = tempFolder();
  const exported = async (some: string[]) => {
    const started = performance.now();
    await app.call.print.exportMany({ ids: some });
    return { seconds: (performance.now() - started) / 1000, megabytes: held() };
  };
  const first = await exported(ids.slice(0, few));
  const all = await exported(ids);
  await app.close();
  return { perSecond: count / all.seconds, megabytesAt: { few: first.megabytes, all: all.megabytes } };
}

/** What the process holds once what can be given back was given back, where the collector may be asked. */
function held(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().rss / 2 ** 20;
}
