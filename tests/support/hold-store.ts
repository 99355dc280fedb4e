import { createTestApp } from './test-app.ts';

/* Holds the store of the folder named on the command line until it is killed. */
const app = await createTestApp({ folder: process.argv[2] ?? '' });
process.stdout.write(`${app.program.services.session.startup().state}\n`);
setInterval(() => undefined, 60_000);
