import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract.ts';
import type { Body } from '#shared/text-model/body.ts';
import { addMember, conferenceInput, documentInput, setUpOffice } from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let termId: string;
beforeEach(async () => {
  await app?.close();
  app = await createTestApp();
  termId = (await setUpOffice(app.call)).termId;
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const template = (changes: Partial<Parameters<typeof app.call.documents.template>[0]> = {}) =>
  app.call.documents.template({ type: 'QĐ', conferenceId: null, date: '2021-12-24', ...changes });

/** Somebody with an office in the committee from the beginning of the term to `validTo`. */
async function addLeader(
  fullName: string,
  role: 'secretary' | 'deputy',
  validTo: string | null = null,
): Promise<void> {
  const title = role === 'secretary' ? 'Bí thư Đảng ủy' : 'Phó Bí thư Đảng ủy';
  const period = { validFrom: '2020-06-01', validTo };
  await app.call.organisation.saveMember({
    termId,
    fullName,
    ...period,
    positions: [{ role, title, ...period }],
  });
}

describe('a new document', () => {
  test('of the standing committee is a decision with its opening, articles and signature', async () => {
    await addLeader('Đinh Văn Trường', 'secretary');
    expect(await template({ issuer: 'standing' })).toMatchObject({
      openingLine: 'BAN THƯỜNG VỤ ĐẢNG ỦY XÃ QUYẾT ĐỊNH:',
      bases: ['Căn cứ Điều lệ Đảng'],
      authority: 'T/M BAN THƯỜNG VỤ',
      signerTitle: 'BÍ THƯ',
      signerName: 'Đinh Văn Trường',
    });
  });

  test('has the title of whoever heads the body, even while nobody is known', async () => {
    expect(await template({ issuer: 'office', type: 'CV' })).toMatchObject({
      authority: '',
      signerTitle: 'CHÁNH VĂN PHÒNG',
      signerName: '',
      recipients: ['Như trên', 'Lưu Văn phòng Đảng ủy'],
    });
  });
});

describe('who can sign', () => {
  test('are the members of that day; whoever has left is told apart', async () => {
    await addLeader('Đinh Văn Trường', 'secretary', '2021-06-30');
    await addLeader('Đinh Văn Rếp', 'deputy');
    await addMember(app.call, termId, 'Đinh Thị Yến');
    const on = (date: string) => app.call.documents.signing({ issuer: 'committee', date });
    expect((await on('2021-06-30')).signers.map(({ name }) => name)).toContain('Đinh Văn Trường');
    const later = await on('2021-12-24');
    expect(later.notInOffice).toEqual(['Đinh Văn Trường']);
    expect(later.signers).toEqual([
      {
        name: 'Đinh Văn Rếp',
        title: 'Phó Bí thư Đảng ủy',
        signature: { way: 'onBehalf', authority: 'T/M ĐẢNG ỦY', title: 'PHÓ BÍ THƯ' },
      },
      {
        name: 'Đinh Thị Yến',
        title: 'Đảng ủy viên',
        signature: { way: 'onBehalf', authority: 'T/M ĐẢNG ỦY', title: '' },
      },
    ]);
  });

  test('of the state have the abbreviations of its own layout', async () => {
    const { choices } = await app.call.documents.signing({ issuer: 'government', date: '2021-12-24' });
    expect(choices[1]).toEqual({
      way: 'deputy',
      authority: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH',
      title: 'PHÓ CHỦ TỊCH',
    });
  });
});

describe('an earlier document as a start', () => {
  const id = '01890000-0000-7000-8000-000000000001';
  const body: Body = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1, id }, content: [{ type: 'text', text: 'Nhiệm vụ' }] },
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'Giữ rừng.',
            marks: [{ type: 'finding', attrs: { id, kind: 'task' } }],
          },
        ],
      },
    ],
  };

  test('gives its words, never its number, date, conference or relations', async () => {
    await addLeader('Đinh Văn Trường', 'secretary');
    const conference = await app.call.conferences.create(conferenceInput());
    const target = await app.call.documents.create(documentInput());
    const earlier = await app.call.documents.create(
      documentInput({
        conferenceId: conference.id,
        bases: ['Căn cứ Quy chế làm việc', 'Căn cứ kết quả Hội nghị lần thứ bảy'],
        recipients: ['Các chi bộ', 'Lưu VPĐU'],
        body,
        copies: 15,
        relations: [{ kind: 'amends', documentId: target.id, part: '' }],
      }),
    );
    const started = await template({ type: 'NQ', date: '2022-12-20', fromId: earlier.id });
    expect(started).toMatchObject({
      subject: 'về phương hướng, nhiệm vụ năm 2023',
      bases: ['Căn cứ Quy chế làm việc'],
      recipients: ['Các chi bộ', 'Lưu VPĐU'],
      signerName: 'Đinh Văn Trường',
      date: '2022-12-20',
      conferenceId: null,
      copies: null,
      relations: [],
    });
    expect(JSON.stringify(started.body)).toContain('Giữ rừng.');
    expect(JSON.stringify(started.body)).not.toContain(id);
    // And it can be stored as it is.
    await app.call.documents.create(started);
  });

  test('of a signer who has left is signed by who holds the office now', async () => {
    await addLeader('Đinh Văn Trường', 'secretary', '2021-12-31');
    await app.call.organisation.saveMember({
      termId,
      fullName: 'Đinh Văn Rếp',
      validFrom: '2022-01-01',
      validTo: null,
      positions: [{ role: 'secretary', title: 'Bí thư Đảng ủy', validFrom: '2022-01-01', validTo: null }],
    });
    const earlier = await app.call.documents.create(documentInput());
    expect(await template({ type: 'NQ', date: '2022-12-20', fromId: earlier.id })).toMatchObject({
      signerName: 'Đinh Văn Rếp',
      signerTitle: 'BÍ THƯ',
    });
  });

  test('of a signer who holds another office now is signed by who holds his', async () => {
    const leader = (fullName: string, positions: Input<'organisation.saveMember'>['positions']) =>
      app.call.organisation.saveMember({
        termId,
        fullName,
        validFrom: '2020-06-01',
        validTo: null,
        positions,
      });
    await leader('Đinh Văn Trường', [
      { role: 'secretary', title: 'Bí thư Đảng ủy', validFrom: '2020-06-01', validTo: '2022-05-31' },
      { role: 'deputy', title: 'Phó Bí thư Đảng ủy', validFrom: '2022-06-01', validTo: null },
    ]);
    await leader('Đinh Văn Rếp', [
      { role: 'deputy', title: 'Phó Bí thư Đảng ủy', validFrom: '2020-06-01', validTo: '2022-05-31' },
      { role: 'secretary', title: 'Bí thư Đảng ủy', validFrom: '2022-06-01', validTo: null },
    ]);
    const earlier = await app.call.documents.create(documentInput());
    expect(await template({ type: 'NQ', date: '2022-12-20', fromId: earlier.id })).toMatchObject({
      signerName: 'Đinh Văn Rếp',
      signerTitle: 'BÍ THƯ',
    });
  });

  test('of before a reorganisation goes to the superior of now', async () => {
    const [name] = (await app.call.organisation.get({})).names;
    if (!name) throw new Error('no name');
    await app.call.organisation.saveName({ ...name, validTo: '2025-06-30' });
    const { id: _, ...rest } = name;
    await app.call.organisation.saveName({ ...rest, validFrom: '2025-07-01', superiorLevel: 'tỉnh' });
    const earlier = await app.call.documents.create(
      documentInput({ recipients: ['Ban Thường vụ Huyện ủy (để báo cáo)', 'Lưu VPĐU'] }),
    );
    const started = await template({ type: 'NQ', date: '2025-12-20', fromId: earlier.id });
    expect(started.recipients).toEqual(['Ban Thường vụ Tỉnh ủy (để báo cáo)', 'Lưu VPĐU']);
  });

  test('of another type keeps the opening that goes with the new one', async () => {
    const earlier = await app.call.documents.create(documentInput({ openingLine: 'BCH QUYẾT NGHỊ:' }));
    const started = await template({ type: 'QĐ', fromId: earlier.id });
    expect(started.openingLine).toBe('BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT ĐỊNH:');
  });

  test('has to be there', async () => {
    expect((await refusal(template({ fromId: id }))).code).toBe('NOT_FOUND');
  });
});

test('an authority of two lines is kept, each line trimmed', async () => {
  const { id } = await app.call.documents.create(
    documentInput({ authority: ' TM.  ỦY BAN NHÂN DÂN \n\nKT. CHỦ TỊCH ' }),
  );
  expect((await app.call.documents.get({ id })).authority).toBe('TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH');
});
