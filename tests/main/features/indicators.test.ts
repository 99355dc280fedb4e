import { afterAll, beforeAll, expect, test } from 'vitest';
import { indicatorInput, setUpOffice } from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await setUpOffice(app.call);
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

test('five percentages as they were printed come out of plan and actual', async () => {
  const rows: [name: string, plan: string, actual: string][] = [
    ['Năng suất lúa nước', '43.5', '43.7'],
    ['Diện tích cây mì', '150', '160'],
    ['Sản lượng cây mì', '2270', '2420'],
    ['Diện tích cây ngô', '100', '107'],
    ['Sản lượng cây ngô', '324', '344'],
  ];
  for (const [name, plan, actual] of rows)
    await app.call.indicators.create(indicatorInput({ name, plan, actual }));
  const listed = await app.call.indicators.list({ period: '2021' });
  expect(listed.map((row) => row.percent)).toEqual(['100.46', '106.67', '106.61', '107', '106.17']);
  expect(listed.every((row) => row.result === 'exceeded')).toBe(true);
  expect(await app.call.indicators.periods({})).toEqual(['2021']);
  expect((await app.call.indicators.list({ period: '2022' })).map((row) => row.plan)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('less is better where the direction says so', async () => {
  const { id } = await app.call.indicators.create(
    indicatorInput({
      name: 'Tỷ lệ hộ nghèo',
      unit: '%',
      direction: 'down',
      period: '2023',
      plan: '4',
      actual: '3.8',
    }),
  );
  const row = (await app.call.indicators.list({ period: '2023' })).find((found) => found.id === id);
  expect(row).toMatchObject({ percent: '95', result: 'exceeded' });
});

test('a quantity that is no canonical decimal is refused', async () => {
  for (const plan of ['1,5', '1e3', '01', '1.50', '', 'NaN']) {
    expect(await refusal(app.call.indicators.create(indicatorInput({ plan })))).toMatchObject({
      code: 'VALIDATION',
      detail: { issues: [{ path: 'plan', message: 'validation.quantity' }] },
    });
  }
});
