import { createTestApp } from './test-app.ts';

/* Makes one backup after another of the folder named first into the folder named second; somebody kills it. */
const [folder = '', stick = ''] = process.argv.slice(2);
const app = await createTestApp({ folder });
app.host.folder = stick;
process.stdout.write('ready\n');
for (;;) {
  const backup = await app.call.backup.create({});
  process.stdout.write(`${backup?.fileName}\n`);
}
