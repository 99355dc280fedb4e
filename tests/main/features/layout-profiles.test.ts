import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { changedPaths } from '#shared/paper/profile-values.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import {
  createTestApp,
  refusal,
  removeTempFolders,
  type TestApp,
  tempFolder,
} from '../../support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  await app?.close();
  app = await createTestApp();
  await setUpOffice(app.call);
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const stored = async (id: string) => {
  const found = (await app.call.print.profiles({})).find(({ profile }) => profile.id === id);
  if (!found) throw new Error(`no layout ${id}`);
  return found;
};
const layout = async (id: string) => (await stored(id)).profile;
const withTitle = (profile: LayoutProfile, sizePt: number): LayoutProfile => ({
  ...profile,
  titles: { ...profile.titles, typeName: { ...profile.titles.typeName, sizePt } },
});
const create = async () => (await app.call.documents.create(documentInput())).id;
const pages = async (id: string) =>
  (await app.call.print.preview({ source: { kind: 'document', id } })).pages.map(({ svg }) => svg);

describe('the values of the office', () => {
  test('are stored whole beside those of the guideline, and go back to them', async () => {
    expect((await app.call.print.profiles({})).map(({ profile }) => profile.id)).toEqual([
      'hd36',
      'nd30',
      'hd05',
    ]);
    const changed = withTitle(await layout('hd36'), 18);
    await app.call.print.saveProfile(changed);
    const { profile, guideline, ...state } = await stored('hd36');
    expect(state).toEqual({ isOwn: false, isChanged: true });
    expect(profile).toEqual(changed);
    expect(changedPaths(profile, guideline)).toEqual(['titles.typeName.sizePt']);

    await app.call.print.resetProfile({ id: 'hd36' });
    expect(await stored('hd36')).toMatchObject({ isChanged: false, profile: guideline });
    await app.call.journal.undo({});
    expect(await layout('hd36')).toEqual(changed);
    await app.call.journal.undo({});
    expect(await layout('hd36')).toEqual(guideline);
  });

  test('typed back to what the guideline says are its own again', async () => {
    const guideline = await layout('hd36');
    await app.call.print.saveProfile(withTitle(guideline, 18));
    const { bold: _, ...typeName } = guideline.titles.typeName;
    const plain = { ...guideline, titles: { ...guideline.titles, typeName } };
    await app.call.print.saveProfile(plain);
    expect(await stored('hd36')).toMatchObject({ isChanged: true, profile: plain });
    await app.call.print.saveProfile({ ...guideline, head: { ...guideline.head } });
    expect((await stored('hd36')).isChanged).toBe(false);
    expect(await app.store().db.selectFrom('layout_profile').selectAll().execute()).toEqual([]);
  });

  test('that no version of the program wrote are told, by the layout that they are of', async () => {
    await app.call.print.saveProfile(withTitle(await layout('hd36'), 18));
    const { opening: _, ...rest } = await layout('hd36');
    const { raw } = app.store();
    raw.exec('DROP TRIGGER journalled_layout_profile_update');
    raw.prepare('UPDATE layout_profile SET layout = ?').run(JSON.stringify(rest));
    expect(await refusal(app.call.print.profiles({}))).toEqual({
      code: 'CONTENT_DAMAGED',
      detail: { params: { name: 'Thể thức hd36', field: 'journal.field.layout' } },
    });
  });

  test('print on drafts at once, and never on what was issued', async () => {
    const issued = await create();
    await app.call.documents.issue({ id: issued, date: '2021-12-24' });
    const draft = await create();
    const bytes = async () => {
      app.host.pdfTarget = join(tempFolder(), 'ra.pdf');
      await app.call.print.exportPdf({ source: { kind: 'document', id: issued } });
      return readFileSync(app.host.pdfTarget);
    };
    const before = { bytes: await bytes(), issued: await pages(issued), draft: await pages(draft) };
    await app.call.print.saveProfile(withTitle(await layout('hd36'), 20));
    expect(await bytes()).toEqual(before.bytes);
    expect(await pages(issued)).toEqual(before.issued);
    expect(await pages(draft)).not.toEqual(before.draft);
  });
});

describe('a version from another day on', () => {
  const add = (validFrom: string, fromId = 'hd36') =>
    app.call.print.addProfile({ fromId, name: 'Hướng dẫn của tỉnh', validFrom });

  test('is a copy that documents of its days take; older ones keep theirs', async () => {
    await app.call.print.saveProfile(withTitle(await layout('hd36'), 18));
    const { id } = await add('2022-01-01');
    expect(await stored(id)).toMatchObject({ isOwn: true, isChanged: true });
    await app.call.print.saveProfile({
      ...withTitle(await layout(id), 20),
      head: { ...(await layout(id)).head, number: { ...(await layout(id)).head.number, joiner: '/' } },
    });
    const draft = await create();
    const codeOn = async (date: string) => (await app.call.documents.nextNumber({ id: draft, date })).code;
    expect(await codeOn('2021-12-31')).toBe('01-NQ/ĐU');
    expect(await codeOn('2022-01-01')).toBe('01/NQ/ĐU');
    expect(await codeOn('2026-06-01')).toBe('01-NQ/ĐU');
  });

  test('goes back to the values of the guideline of its days, with its own name', async () => {
    const { id } = await add('2027-01-01', 'hd36');
    expect((await stored(id)).guideline.id).toBe('hd05');
    expect((await stored(id)).isChanged).toBe(true);
    await app.call.print.resetProfile({ id });
    const { profile, isChanged } = await stored(id);
    expect(isChanged).toBe(false);
    expect(profile).toMatchObject({ id, name: 'Hướng dẫn của tỉnh', validFrom: '2027-01-01', validTo: null });
    expect(profile.bases.lastEnd).toBe('.');
  });

  test('is removed, and the one before it holds again; a guideline is not', async () => {
    const { id } = await add('2022-01-01');
    await app.call.print.removeProfile({ id });
    expect(await listProfiles(app.store().db)).toHaveLength(3);
    expect(await refusal(app.call.print.removeProfile({ id: 'hd36' }))).toMatchObject({
      code: 'RULE',
      detail: { reason: 'layoutIsBuiltIn' },
    });
    expect((await refusal(app.call.print.removeProfile({ id }))).code).toBe('NOT_FOUND');
  });

  test('never begins on the day of another one of its regime', async () => {
    expect(await refusal(add('2026-05-27'))).toMatchObject({
      code: 'RULE',
      detail: { reason: 'layoutSameDay', params: { date: '27/05/2026' } },
    });
    await add('2026-05-27', 'nd30');
    const { id } = await add('2022-01-01');
    const moved = { ...(await layout(id)), validFrom: '2018-04-03' };
    expect((await refusal(app.call.print.saveProfile(moved))).detail.reason).toBe('layoutSameDay');
  });
});

describe('values that do not go together', () => {
  const refused = async (change: (profile: LayoutProfile) => unknown) => {
    const profile = structuredClone(await layout('hd36'));
    change(profile);
    const save = await refusal(app.call.print.saveProfile(profile));
    expect(await refusal(app.call.print.sampleProfile({ profile }))).toEqual(save);
    return save.detail;
  };

  test.each<[string, (profile: LayoutProfile) => unknown]>([
    ['layoutEndsEarly', (profile) => Object.assign(profile, { validTo: '2018-04-02' })],
    ['layoutTooNarrow', ({ page }) => Object.assign(page, { leftMm: 80, rightMm: 40 })],
    ['layoutTooLow', ({ page }) => Object.assign(page, { topMm: 100, bottomMm: 60 })],
    ['layoutPageNumber', ({ pageNumber }) => Object.assign(pageNumber, { fromTopMm: 20 })],
    ['layoutSheetNumber', ({ sheetNumber }) => Object.assign(sheetNumber, { fromBottomMm: 15 })],
    ['layoutHeadTooWide', ({ head }) => Object.assign(head, { rightMinMm: 110 })],
    ['layoutTooWide', ({ titles }) => Object.assign(titles, { maxWidthMm: 166 })],
    ['layoutClosingTooWide', ({ closing }) => Object.assign(closing, { leftMm: 85 })],
    ['layoutColumnsTooWide', ({ table }) => Object.assign(table, { flexMinMm: 140 })],
    ['layoutSizesOrder', ({ table }) => Object.assign(table, { sizesPt: [11, 12] })],
    ['layoutPitch', ({ body }) => Object.assign(body, { pitchPt: 12.5 })],
  ])('are refused with their reason: %s', async (reason, change) => {
    expect((await refused(change)).reason).toBe(reason);
  });

  test('are told with their measures', async () => {
    expect((await refused(({ body }) => Object.assign(body, { pitchPt: 12.5 }))).params).toEqual({
      pitch: '12,5',
      size: '14',
    });
  });

  test('a layout never changes its regime, and an unknown one is not stored', async () => {
    const profile = await layout('hd36');
    expect((await refusal(app.call.print.saveProfile({ ...profile, regime: 'state' }))).code).toBe(
      'CONFLICT',
    );
    expect((await refusal(app.call.print.saveProfile({ ...profile, id: 'hd99' }))).code).toBe('NOT_FOUND');
  });
});

describe('the sample', () => {
  const sample = async (profile: LayoutProfile, kind: 'resolution' | 'letter') =>
    (await app.call.print.sampleProfile({ profile, sample: kind })).pages;

  test('prints what is typed and not stored yet, for each layout and both papers', async () => {
    for (const { profile } of await app.call.print.profiles({})) {
      for (const kind of ['resolution', 'letter'] as const) {
        const before = await sample(profile, kind);
        expect(before.length, profile.id).toBeGreaterThan(0);
        const bigger = structuredClone(profile);
        bigger.head.number.sizePt = 11;
        expect(await sample(bigger, kind)).not.toEqual(before);
      }
    }
    expect(await app.store().db.selectFrom('layout_profile').selectAll().execute()).toEqual([]);
  });
});
