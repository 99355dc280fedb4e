import { add, type Counts, none, totalLine } from './check/reports.ts';
import { leftOut, type Step, steps } from './check/steps.ts';

/*
 * Everything that must hold, cheap things first. All cheap steps run, so that one run shows all their faults. The
 * last line is the sum of the steps and of the tests in them. With --quick what is slow is left out, and named.
 */
type Outcome = { step: Step; counts: Counts; seconds: number } | { step: Step; notRun: string };

const isQuick = process.argv.includes('--quick');
const everything = Boolean(process.env.CI) || process.argv.includes('--all');
const outcomes: Outcome[] = [];
for (const step of steps) if (!(isQuick && step.slow)) outcomes.push(await outcome(step));
summarise();

async function outcome(step: Step): Promise<Outcome> {
  const obstacle = reasonNotToRun(step);
  if (obstacle !== null) return { step, notRun: obstacle };
  console.log(`\n── ${step.name} ──`);
  const started = performance.now();
  const counts = await Promise.try(step.run, { isQuick }).catch((error: unknown) => {
    console.error(error);
    return { ...none, failed: 1 };
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(`${counts.failed > 0 ? 'FAILED' : 'ok'}, ${seconds.toFixed(1)} s`);
  return { step, counts, seconds };
}

function reasonNotToRun(step: Step): string | null {
  const needed = outcomes.find((done) => done.step.name === step.needs);
  if (needed && hasFailed(needed)) return `needs: ${step.needs}`;
  if (step.slow && !everything && outcomes.some(hasFailed))
    return 'something failed before; --all runs it anyway';
  return null;
}

function hasFailed(done: Outcome): boolean {
  return 'notRun' in done || done.counts.failed > 0;
}

function summarise(): void {
  console.log('\n── Summary ──');
  let total = none;
  for (const done of outcomes) {
    if ('notRun' in done) {
      console.log(`${'not run'.padEnd(26)} ${done.step.name} (${done.notRun})`);
      continue;
    }
    total = add(total, done.counts);
    console.log(`${totalLine(done.counts).padEnd(26)} ${done.step.name}, ${done.seconds.toFixed(1)} s`);
  }
  if (isQuick) console.log(`${'left out, as it is slow'.padEnd(26)} ${leftOut().join(', ')}`);
  if (outcomes.some(hasFailed)) process.exitCode = 1;
  console.log(totalLine(total));
}
