import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

type Queue = {
  /** Returns the file that the printer made. */
  print: (file: string, options: { copies: number; sides: string }) => Promise<string>;
  close: () => void;
};

const name = 'so-nghi-quyet-check';
const install = 'apt-get install -y --no-install-recommends cups cups-client printer-driver-cups-pdf';
const driver = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';
/** The printer makes no copies itself: the queue does, as for every plain printer. */
const countsCopies = '*cupsManualCopies: True';
const patienceMs = 120_000;

/** A queue of our own on the PDF printer of CUPS; starts the print service where it can. `folder` is for its settings. */
export function openQueue(folder: string): Queue | { missing: string } {
  if (!succeeds('lpstat', '-V') && !succeeds('which', 'lpadmin'))
    return { missing: `CUPS is not installed. To install it: ${install}` };
  let service: ReturnType<typeof spawn> | null = null;
  if (!isRunning()) {
    if (process.getuid?.() !== 0)
      return { missing: 'the print service is not running. To start it: sudo systemctl start cups' };
    service = spawn('cupsd', ['-f'], { stdio: 'ignore' });
    for (let n = 0; n < 50 && !isRunning(); n += 1) spawnSync('sleep', ['0.2']);
    if (!isRunning()) return stopped(service, 'the print service does not start: cupsd -f says why');
  }
  if (!existsSync(driver))
    return stopped(service, `its PDF printer is not installed. To install it: ${install}`);
  const ppd = path.join(folder, `${name}.ppd`);
  writeFileSync(ppd, `${readFileSync(driver, 'utf8').trimEnd()}\n${countsCopies}\n`);
  if (!succeeds('lpadmin', '-p', name, '-v', 'cups-pdf:/', '-P', ppd, '-E'))
    return stopped(service, 'a queue cannot be added: run it as an administrator of printers');
  return {
    print,
    close: () => {
      spawnSync('lpadmin', ['-x', name]);
      service?.kill();
    },
  };
}

async function print(file: string, { copies, sides }: { copies: number; sides: string }): Promise<string> {
  const before = new Set(outputs());
  const args = ['-d', name, '-n', String(copies), '-o', `sides=${sides}`, '-o', 'media=A4', file];
  const { status, stderr } = spawnSync('lp', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`lp: ${stderr}`);
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    await wait(500);
    const made = outputs().find((one) => !before.has(one));
    const isWorking = (spawnSync('lpstat', ['-o', name], { encoding: 'utf8' }).stdout ?? '').includes(name);
    if (made && !isWorking) return made;
  }
  throw new Error(`nothing came out of the queue in ${patienceMs / 1000} s`);
}

/** Where the PDF printer puts its files: the home of who prints, or a common folder. With their time: names come again. */
function outputs(): string[] {
  const folders = [path.join(os.homedir(), 'PDF'), '/var/spool/cups-pdf/ANONYMOUS'];
  return folders.flatMap((folder) => {
    try {
      return readdirSync(folder)
        .map((one) => path.join(folder, one))
        .filter((one) => statSync(one).size > 0);
    } catch {
      return [];
    }
  });
}

function stopped(service: ReturnType<typeof spawn> | null, missing: string): { missing: string } {
  service?.kill();
  return { missing };
}

function isRunning(): boolean {
  return (spawnSync('lpstat', ['-r'], { encoding: 'utf8' }).stdout ?? '').includes('is running');
}

function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
