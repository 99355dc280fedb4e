// Loaded before the program that is measured (-r): says on stdout when its page is usable, and what it takes in memory.
const { app } = require('electron');

const untilUsable = `new Promise((done) => {
  const look = () => document.documentElement.dataset.appReady
    ? requestAnimationFrame(() => setTimeout(done))
    : setTimeout(look, 1);
  look();
})`;

const settleMs = Number(process.env.BENCH_SETTLE_MS ?? 0);

app.on('web-contents-created', (_, contents) => {
  contents.once('dom-ready', async () => {
    await contents.executeJavaScript(untilUsable);
    process.stdout.write('usable\n');
    setTimeout(() => {
      // Shared pages count in each process, in the bare window as well.
      const kilobytes = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
      process.stdout.write(`memory ${kilobytes}\n`);
      app.exit(0);
    }, settleMs);
  });
});
