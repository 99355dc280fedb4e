import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from './lib/project.ts';
import { assertionFaults } from './lint/assertions.ts';
import { circleFaults } from './lint/circles.ts';
import { withoutExceptions } from './lint/faults.ts';
import { layers } from './lint/features.ts';
import { layerFaults } from './lint/layers.ts';
import { readSources } from './lint/sources.ts';
import { tableFaults } from './lint/tables.ts';

/*
 * What no linter of single files sees: the order of the features, circles of files, who names which table, and how much is
 * taken for something without looking. The rules are data, in lint/features.ts.
 */
const sources = readSources(projectDir);
const schema = readFileSync(path.join(projectDir, 'src/main/db/schema.sql'), 'utf8');
const found = [
  ...layerFaults(sources, layers),
  ...circleFaults(sources),
  ...tableFaults(sources, schema, layers),
  ...assertionFaults(sources, layers),
];
const faults = withoutExceptions(found, layers.exceptions);
for (const { file, line, says } of faults) console.error(`${file}:${line} ${says}`);
console.log(`${sources.length} files, ${faults.length} against the layers`);
if (faults.length > 0) process.exitCode = 1;
