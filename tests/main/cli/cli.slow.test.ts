import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#main/cli/commands.ts';
import { contents, writeTempFile } from '../../support/files.ts';
import { documentInput } from '../../support/records.ts';
import { appRoot, createTestApp, removeTempFolders, tempFolder } from '../../support/test-app.ts';

type Answer = { exit: number; out: string; err: string; json: () => never };

/** As a technician's script calls it, with everything it prints. */
function cli(args: readonly string[], input: string | Buffer = ''): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(appRoot, 'src/main/cli.ts'), ...args],
      (error, out, err) => {
        const exit = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
        resolve({ exit, out, err, json: () => JSON.parse(out) as never });
      },
    );
    child.stdin?.end(input);
  });
}

type Row = Record<string, unknown> & { id: string };

let data: string;
let conference: Row | undefined;
let resolution: Row | undefined;
let term: Row | undefined;
beforeAll(async () => {
  data = join(tempFolder(), 'dữ liệu');
  expect(await cli(['demo', '--data', data])).toMatchObject({ exit: 0 });
  [conference] = await listed('conferences');
  resolution = (await listed('documents')).find((row) => row.code === '12-NQ/ĐU');
  [term] = await listed('terms');
}, 60_000);
afterAll(removeTempFolders);

async function listed(kind: string, ...args: string[]): Promise<Row[]> {
  return (await cli(['list', kind, ...args, '--data', data])).json();
}

describe('the command line', () => {
  test('lists plain objects with an id, quantities as decimal text', async () => {
    const conferences = await listed('conferences');
    expect(conferences).toMatchObject([
      {
        ordinal: 7,
        session: 'regular',
        customTitle: '',
        ...{ members: 15, present: 13, excused: 2 },
        minutesNumber: null,
        closedAt: null,
      },
    ]);
    const documents = await listed('documents');
    expect(documents.map((row) => row.code)).toContain('12-NQ/ĐU');
    const indicators = await listed('indicators');
    expect(indicators.map((row) => row.percent)).toEqual(['100.46', '106.67', '106.61', '107', '106.17']);
    expect([...conferences, ...documents, ...indicators].every((row) => typeof row.id === 'string')).toBe(
      true,
    );
  });

  test('calls any method of the contract, also with UTF-8 from standard input', async () => {
    const put = JSON.stringify({ key: 'thử', value: 'Đảng ủy xã Sơn Liên' });
    expect((await cli(['api', 'drafts.put', '-', '--data', data], put)).exit).toBe(0);
    const read = await cli(['api', 'drafts.get', '{"key":"thử"}', '--data', data]);
    expect(read.json()).toMatchObject({ value: 'Đảng ủy xã Sơn Liên' });
  });

  test('tells the history of a record as sentences, as data and as a paper', async () => {
    const fields = JSON.stringify(documentInput());
    const { id }: Row = (await cli(['api', 'documents.create', fields, '--data', data])).json();
    const given = JSON.stringify({ id, date: '2021-12-24' });
    expect(await cli(['api', 'documents.issue', given, '--data', data])).toMatchObject({ exit: 0 });
    const text = await cli(['history', '--id', id, '--data', data]);
    expect(text.out).toMatch(/^\d\d\/\d\d\/\d{4} [\d:]{8} · Dòng lệnh · Thêm văn bản$/mu);
    expect(text.out).toMatch(/^ {2}Số và ký hiệu: \d+-\p{L}+\/ĐU$/mu);
    const changes: Row[] = (await cli(['history', '--id', id, '--format', 'json', '--data', data])).json();
    expect(changes.at(-1)).toMatchObject({
      command: 'documents.issue',
      actor: 'command-line',
      what: 'Ban hành văn bản',
    });
    const out = join(tempFolder(), 'lịch sử.pdf');
    const pdf = await cli(['history', '--id', id, '--format', 'pdf', '--out', out, '--data', data]);
    expect(pdf.json()).toMatchObject({ file: out, pages: 1 });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    const written = join(tempFolder(), 'lịch sử.txt');
    expect((await cli(['history', '--id', id, '--out', written, '--data', data])).json()).toEqual({
      file: written,
      changes: changes.length,
    });
    expect(readFileSync(written, 'utf8')).toBe(text.out);
    const nobody = '019aaaaa-0000-7000-8000-000000000000';
    expect(await cli(['history', '--id', nobody, '--data', data])).toMatchObject({ exit: 1 });
    for (const wrong of [[], ['--id', id, '--format', 'docx'], ['--id', id, '--format', 'pdf']])
      expect(await cli(['history', ...wrong, '--data', data])).toMatchObject({ exit: 2, out: '' });
  });

  test('describes every method with its JSON schema', async () => {
    const methods: { method: string; input: { type?: string } }[] = (await cli(['methods'])).json();
    expect(methods.find((one) => one.method === 'documents.issue')).toMatchObject({
      kind: 'command',
      final: true,
      input: { type: 'object', required: ['id', 'date'] },
    });
    expect(methods.length).toBeGreaterThan(35);
  });

  test('prints a document and the minutes of a conference as PDF', async () => {
    for (const [id, name] of [
      [conference?.id, 'biên bản.pdf'],
      [resolution?.id, 'nghị quyết.pdf'],
    ]) {
      const out = join(data, name ?? '');
      const printed = await cli(['print', '--id', id ?? '', '--format', 'pdf', '--out', out, '--data', data]);
      expect(printed).toMatchObject({ exit: 0 });
      expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  test('lists the documents of a type, a term, a state', async () => {
    const all = await listed('documents');
    for (const [args, wanted] of [
      [['--status', 'issued'], (row: Row) => row.status === 'issued'],
      [['--type', 'NQ'], (row: Row) => row.type === 'NQ'],
      [['--type', 'NQ', '--status', 'draft'], (row: Row) => row.type === 'NQ' && row.status === 'draft'],
      [['--term', String(term?.ordinal)], (row: Row) => row.termId === term?.id],
    ] as const)
      expect([args, await listed('documents', ...args)]).toEqual([args, all.filter(wanted)]);
    expect(all.filter((row) => row.termId === term?.id).length).toBeGreaterThan(0);
  });

  test('writes the register of a term as PDF and as a spreadsheet', async () => {
    const write = (name: string, ...args: string[]) =>
      cli(['export', 'register', ...args, '--out', join(data, name), '--data', data]);
    const pdf = await write('sổ.pdf', '--term', term?.id ?? '');
    expect(pdf.json()).toEqual({ file: join(data, 'sổ.pdf'), pages: 1 });
    expect(readFileSync(join(data, 'sổ.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const sheet = await write('sổ.XLSX', '--term', '13', '--year', '2021');
    expect(sheet.json()).toMatchObject({ file: join(data, 'sổ.XLSX'), rows: expect.any(Number) });
    expect(readFileSync(join(data, 'sổ.XLSX')).subarray(0, 2).toString()).toBe('PK');
    expect((await write('sổ.pdf', '--term', '99')).json()).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('asks which of two terms of the same khóa is meant, and exports no register without lines', async () => {
    const twice = join(tempFolder(), 'hai nhiệm kỳ');
    await cli(['demo', '--data', twice]);
    const api = (method: string, input: unknown) =>
      cli(['api', method, JSON.stringify(input), '--data', twice]);
    const [, second]: Row[] = (await cli(['list', 'terms', '--data', twice])).json();
    await api('organisation.saveTerm', { ...second, ordinal: 13 });
    const out = join(twice, 'sổ.pdf');
    const write = (...args: string[]) => cli(['export', 'register', ...args, '--out', out, '--data', twice]);
    const unclear = await write('--term', '13');
    expect(unclear.exit).toBe(1);
    expect(unclear.json()).toMatchObject({ message: expect.stringContaining('từ 01/07/2025') });
    expect(existsSync(out)).toBe(false);
    const empty = await write('--term', '2021-12-24', '--year', '1999');
    expect(empty.json()).toMatchObject({ message: expect.stringContaining('Không có số nào') });
    expect(existsSync(out)).toBe(false);
    expect((await write('--term', '2021-12-24')).json()).toMatchObject({ pages: 1 });
  });

  test('prints every form of a conference, and says when there is none', async () => {
    const print = (form: string) => {
      const out = join(data, `${form}.pdf`);
      return cli(['print', '--id', conference?.id ?? '', '--form', form, '--out', out, '--data', data]);
    };
    for (const form of ['minutes', 'programme', 'invitation', 'sign-in-sheet', 'file']) {
      const printed = await print(form);
      expect([form, printed.exit]).toEqual([form, 0]);
      const { file, pages } = printed.json() as { file: string; pages: number };
      expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
      expect(pages).toBeGreaterThan(form === 'file' ? 5 : 0);
    }
    const none = await print('counting-record');
    expect(none.exit).toBe(1);
    expect(none.json()).toMatchObject({ code: 'RULE', message: expect.stringContaining('bầu cử') });
    expect(await print('nope')).toMatchObject({ exit: 2, out: '' });
  });

  test('attaches a file to a document or a conference and lists what is attached', async () => {
    const file = writeTempFile('bản ký.pdf', contents.pdf());
    for (const [kind, id = ''] of [
      ['conference', conference?.id],
      ['document', resolution?.id],
    ]) {
      const made = await cli(['attach', '--id', id, '--role', 'scan', file, '--data', data]);
      expect(made).toMatchObject({ exit: 0 });
      expect(made.json()).toMatchObject({ ownerKind: kind, ownerId: id, role: 'scan', name: 'bản ký.pdf' });
      expect(await listed('attachments', '--id', id)).toEqual([made.json()]);
    }
  });

  test('backs up, verifies, restores into a new folder and checks', async () => {
    const made: { file: string; seq: number } = (
      await cli(['backup', '--to', join(tempFolder(), 'USB'), '--data', data])
    ).json();
    expect((await cli(['verify', made.file])).json()).toMatchObject({ seq: made.seq });
    const elsewhere = join(tempFolder(), 'máy mới');
    const restored = await cli(['restore', made.file, '--data', elsewhere]);
    expect(restored).toMatchObject({ exit: 0 });
    expect(restored.json()).toMatchObject({ keptAs: null, seq: made.seq });
    expect((await cli(['check', '--data', elsewhere])).json()).toMatchObject({
      changeSets: made.seq,
      faults: [],
    });
    expect((await cli(['list', 'documents', '--data', elsewhere])).out).toBe(
      (await cli(['list', 'documents', '--data', data])).out,
    );
  });

  test('refuses with a code and Vietnamese words, and exit 1', async () => {
    const cases: readonly [args: string[], code: string][] = [
      [['api', 'nope', '{}'], 'UNKNOWN_METHOD'],
      [['api', 'documents.get', '{"id":"01a20bdf-1f0a-73d5-9111-83339da4dcfe"}'], 'NOT_FOUND'],
      [['api', 'documents.get', '{"id":1}'], 'VALIDATION'],
      [['api', 'documents.get', 'no json'], 'VALIDATION'],
      [['print', '--id', '01a20bdf-1f0a-73d5-9111-83339da4dcfe', '--out', join(data, 'x.pdf')], 'NOT_FOUND'],
      [['verify', join(data, 'gone.snq')], 'FILE_UNREADABLE'],
      [['verify', data], 'FILE_UNREADABLE'],
      [['list', 'attachments', '--id', '01a20bdf-1f0a-73d5-9111-83339da4dcfe'], 'NOT_FOUND'],
      [['attach', '--id', '01a20bdf-1f0a-73d5-9111-83339da4dcfe', '--role', 'scan', 'x'], 'NOT_FOUND'],
      [['demo'], 'RULE'],
    ];
    for (const [args, code] of cases) {
      const answer = await cli([...args, '--data', data]);
      expect([args, answer.exit]).toEqual([args, 1]);
      expect(answer.json()).toMatchObject({ code, message: expect.stringMatching(/[à-ỹ]/u) });
      expect(answer.out).not.toMatch(/SELECT|stack|\bat \//u);
    }
  });

  test('keeps no letter that it could not read', async () => {
    const put = Buffer.from('{"key":"mã khác","value":"Đ"}', 'latin1');
    const answer = await cli(['api', 'drafts.put', '-', '--data', data], put);
    expect(answer.exit).toBe(1);
    expect(answer.json()).toMatchObject({
      code: 'VALIDATION',
      message: expect.stringContaining('UTF-8'),
    });
  });

  test('ends without a crash when nobody reads on', async () => {
    const child = spawn(process.execPath, [join(appRoot, 'src/main/cli.ts'), 'methods']);
    child.stdout.destroy();
    const [err, [exit]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect([err, exit]).toEqual(['', 1]);
  });

  test('refuses a store that somebody has open', async () => {
    const app = await createTestApp({ folder: data });
    expect((await cli(['list', 'documents', '--data', data])).json()).toMatchObject({ code: 'STORE_HELD' });
    await app.close();
  });

  test('finds no store where there is none, and makes none', async () => {
    const folder = join(tempFolder(), 'gõ nhầm');
    for (const args of [['backup', '--to', tempFolder()], ['check'], ['search', 'lúa']]) {
      const answer = await cli([...args, '--data', folder]);
      expect([args, answer.exit]).toEqual([args, 1]);
      expect(answer.json()).toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('gõ nhầm'),
      });
    }
    expect(existsSync(folder)).toBe(false);
    // The contract of lists: an array, also of a new folder.
    expect((await cli(['list', 'documents', '--data', folder])).json()).toEqual([]);
  });

  test('finds what is said, as plain text', async () => {
    const found: Row[] = (await cli(['search', 'xep', 'loai', 'nghi', 'quyet', '--data', data])).json();
    expect(Array.isArray(found)).toBe(true);
    const [document] = (
      await cli(['search', '12-NQ/ĐU', '--kind', 'document', '--limit', '1', '--data', data])
    ).json() as Row[];
    expect(document).toMatchObject({ kind: 'document', owner: null, date: '2021-12-24' });
    expect(document?.title).toContain('12-NQ/ĐU');
    for (const args of [[], ['lúa', '--kind', 'x'], ['lúa', '--limit', '0'], ['lúa', '--limit', '2.5']])
      expect((await cli(['search', ...args, '--data', data])).exit).toBe(2);
  });

  test('does not touch a file that is none of ours', async () => {
    const folder = tempFolder();
    const file = join(folder, 'so-nghi-quyet.sqlite');
    writeFileSync(file, 'của người khác');
    expect((await cli(['list', 'documents', '--data', folder])).json()).toMatchObject({
      code: 'STORE_FOREIGN',
    });
    expect(readFileSync(file, 'utf8')).toBe('của người khác');
  });

  test.each([
    [[]],
    [['nope']],
    [['list', 'x']],
    [['list', 'attachments']],
    [['list', 'documents', '--type', 'XX']],
    [['list', 'conferences', '--type', 'NQ']],
    [['export', 'register', '--term', '13']],
    [['export', 'register', '--term', '13', '--out', 'x.docx']],
    [['export', 'register', '--term', '13', '--year', '21', '--out', 'x.pdf']],
    [['attach', '--id', 'x', 'x.pdf']],
    [['attach', '--id', 'x', '--role', 'nope', 'x.pdf']],
    [['print']],
    [['backup']],
    [['api']],
    [['verify']],
    [['restore']],
    [['methods', '--nope']],
    [['methods', 'x']],
    [['verify', 'E:/Sao', 'lưu/a.snq']],
    [['backup', '--to', 'E:/Sao', 'lưu']],
    [['backup', '--to', 'E:/', '--to', 'F:/']],
    [['backup', '--to', '']],
    [['api', 'app.status', '{}', '{}']],
    [['list', 'documents', '--term', '']],
    [['list', 'documents', '--id', 'x']],
  ])('explains itself for %j, with exit 2 and nothing on stdout', async (args) => {
    const answer = await cli([...args, '--data', data]);
    expect(answer).toMatchObject({ exit: 2, out: '' });
    expect(answer.err).toContain('npm run -s cli --');
  });

  test.each([['--data', ''], ['--data'], ['--data', 'a', '--data', 'b']])(
    'does not take another folder than the one that was meant: %j %j %j %j',
    async (...args) => {
      expect(await cli(['backup', '--to', tempFolder(), ...args])).toMatchObject({ exit: 2, out: '' });
    },
  );

  test.each([['demo'], ['restore']])('%s wants its folder named', async (name) => {
    expect(await cli([name, 'x.snq'])).toMatchObject({ exit: 2, out: '' });
  });

  test('its guide names every command', () => {
    const guide = readFileSync(join(appRoot, 'docs/cli.md'), 'utf8').replaceAll('\\|', '|');
    for (const { usage } of Object.values(commands)) expect(guide).toContain(usage);
  });
});
