import { build } from './lib/build.ts';

const { status } = await build('show');
process.exitCode = status;
