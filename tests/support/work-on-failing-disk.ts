import { rmSync, writeFileSync } from 'node:fs';
import { mock } from 'node:test';
import { setUpOffice } from './records.ts';
import { createTestApp } from './test-app.ts';

/* A clerk's work in the folder named first, whose disk fails in the way that is named second while it goes on. */
const [folder = '', way = ''] = process.argv.slice(2);
const control = process.env.FAIL_CONTROL ?? '';
mock.timers.enable({ apis: ['setTimeout'] });
const app = await createTestApp({ folder, checkOutput: false });

const save = async (abbreviation: string) =>
  app.call.phrases.save({ abbreviation, text: 'hội nghị' }).then(
    () => 'saved',
    (refused) => refused.code,
  );
const trouble = async () => (await app.call.app.status({})).trouble;

const told: unknown[] = [];
await setUpOffice(app.call);
told.push(await save('a'));
writeFileSync(control, way);
told.push(await save('b'));
mock.timers.tick(8_000);
told.push(await trouble(), (await app.call.phrases.list({})).length);
rmSync(control);
told.push(await save('c'));
mock.timers.tick(16_000);
told.push(await trouble());
await app.close();

writeFileSync(control, way.replace('w', 'a'));
const again = await createTestApp({ folder, checkOutput: false });
told.push(await again.call.app.startup({}));
rmSync(control);
told.push(await again.call.app.retry({}), (await again.call.phrases.list({})).length);
await again.close();
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit(0);
