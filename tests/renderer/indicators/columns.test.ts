import { describe, expect, it } from 'vitest';
import { cellText, changedRow, missingOf, newRow, withCell } from '#renderer/features/indicators/columns.ts';

const row = { ...newRow('2021'), name: 'Năng suất lúa nước', unit: 'tạ/ha', plan: '43.5' };

describe('withCell', () => {
  it.each([
    ['1.234,5', '1234.5'],
    ['05,2', '5.2'],
    [' 43 ', '43'],
    ['', null],
  ])('reads %j as an office writes it', (text, value) => {
    expect(withCell(row, 'actual', text)).toEqual({ fields: { ...row, actual: value } });
  });

  it.each([
    ['1.23', '1,23'],
    ['43.7', '43,7'],
    ['1,234.5', '1.234,5'],
  ])('refuses %s and says what to type', (typed, number) => {
    expect(withCell(row, 'plan', typed)).toEqual({
      refusal: { message: 'indicators.grid.decimalPoint', params: { typed, number } },
    });
  });

  it('refuses what is no number, and an empty name', () => {
    expect(withCell(row, 'plan', '12 tấn')).toEqual({ refusal: { message: 'validation.quantity' } });
    expect(withCell(row, 'name', '  ')).toMatchObject({ refusal: { message: 'validation.required' } });
  });

  it('stores text as NFC on one line', () => {
    expect(withCell(row, 'name', ' Sa\u0309n  lươ\u0323ng ')).toMatchObject({
      fields: { name: 'Sản lượng' },
    });
  });
});

it('shows a number as it is typed', () => {
  expect(cellText(row, 'plan')).toBe('43,5');
  expect(cellText(row, 'actual')).toBe('');
  expect(cellText(row, 'name')).toBe('Năng suất lúa nước');
});

it('knows what a new row still needs', () => {
  expect(missingOf({ name: '', unit: 'tấn' })).toBe('name');
  expect(missingOf({ name: 'Sản lượng', unit: ' ' })).toBe('unit');
  expect(missingOf(row)).toBeNull();
});

describe('changedRow', () => {
  it('lets the words of a row that is begun be emptied, not those of a saved one', () => {
    expect(changedRow(row, true, 'name', ' ')).toEqual({ fields: { ...row, name: '' } });
    expect(changedRow(row, false, 'name', ' ')).toHaveProperty('refusal');
  });

  it('changes nothing that is computed', () => {
    expect(changedRow(row, true, 'percent', '5')).toBeNull();
  });
});
