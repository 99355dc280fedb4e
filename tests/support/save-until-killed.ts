import { bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput, setUpOffice } from './records.ts';
import { createTestApp } from './test-app.ts';

/* Saves one document after another and says so only when the program did; somebody kills it on the way. */
const app = await createTestApp({ folder: process.argv[2] ?? '' });
const { bodyId } = await app.call.organisation.get({});
if (bodyId === null) await setUpOffice(app.call);
for (let count = 0; ; count += 1) {
  const subject = `về việc ${process.argv[3]}-${count}`;
  await app.call.documents.create(
    documentInput({ subject, body: bodyFromLines(Array(20).fill(subject.repeat(20))) }),
  );
  process.stdout.write(`${subject}\n`);
}
