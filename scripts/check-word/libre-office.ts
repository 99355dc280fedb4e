import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const installCommand = 'apt-get install -y --no-install-recommends libreoffice-writer';

/** Installs it where that can be done without asking. */
export function hasLibreOffice(): boolean {
  const isThere = () => spawnSync('soffice', ['--version']).status === 0;
  if (isThere()) return true;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  spawnSync('sh', ['-c', installCommand], { stdio: 'inherit' });
  return isThere();
}

/** LibreOffice with settings of its own, and Tinos in the place of Times New Roman, which has the same widths. */
export function startLibreOffice(profileDir: string, fontsDir: string) {
  const user = path.join(profileDir, 'user');
  const fontsConf = path.join(profileDir, 'fonts.conf');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'registrymodifications.xcu'), substitution);
  writeFileSync(
    fontsConf,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${fontsDir}</dir></fontconfig>`,
  );
  const env = { ...process.env, FONTCONFIG_FILE: fontsConf };
  const run = (...args: string[]) => {
    const options = [`-env:UserInstallation=file://${profileDir}`, '--headless', ...args];
    const { status, stderr } = spawnSync('soffice', options, { encoding: 'utf8', timeout: 300_000, env });
    if (status !== 0) throw new Error(`LibreOffice: ${stderr}`);
  };
  // Its first start takes longer: it makes its settings.
  run('--terminate_after_init');
  return {
    /** ms with the start of the program, which an office waits for too. */
    convert(docx: string): number {
      const started = performance.now();
      run('--convert-to', 'pdf', '--outdir', path.dirname(docx), docx);
      return performance.now() - started;
    },
  };
}

const value = (name: string, content: string) =>
  `<prop oor:name="${name}" oor:op="fuse"><value>${content}</value></prop>`;

const substitution = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Font/Substitution">${value('Replacement', 'true')}</item>
<item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs"><node oor:name="_0" oor:op="replace">
${value('Always', 'true')}${value('OnScreenOnly', 'false')}
${value('ReplaceFont', 'Times New Roman')}${value('SubstituteFont', 'Tinos')}</node></item>
</oor:items>
`;
