import { cleanup, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CountField } from '#renderer/ui/fields/CountField.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { DateTimeField } from '#renderer/ui/fields/DateTimeField.tsx';
import { LinesField } from '#renderer/ui/fields/LinesField.tsx';
import { SearchSelect } from '#renderer/ui/fields/SearchSelect.tsx';
import { TimeField } from '#renderer/ui/fields/TimeField.tsx';
import { useProposedNumber } from '#renderer/ui/fields/use-proposed-number.ts';
import { show } from './support/show.tsx';

afterEach(cleanup);

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

describe('DateField', () => {
  test('takes a date as it is typed and shows its proper form once it is left', async () => {
    const onChange = vi.fn();
    const onBlur = vi.fn();
    const hands = show(<DateField label="Ngày" onChange={onChange} onBlur={onBlur} />);
    await hands.type(field('Ngày'), '24122021');
    expect(field('Ngày').value).toBe('24122021');
    await hands.tab();
    expect(field('Ngày').value).toBe('24/12/2021');
    expect(onChange).toHaveBeenLastCalledWith('2021-12-24');
    expect(onBlur).toHaveBeenCalledOnce();
  });

  test('keeps what is no date, for the form to refuse under the field', async () => {
    const onChange = vi.fn();
    const hands = show(<DateField label="Ngày" onChange={onChange} error="Ngày không đúng." />);
    await hands.type(field('Ngày'), '31/02/2021');
    await hands.tab();
    expect(field('Ngày').value).toBe('31/02/2021');
    expect(onChange).toHaveBeenLastCalledWith('31/02/2021');
    expect(field('Ngày').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Ngày không đúng.')).toBeTruthy();
  });

  test('opens its calendar by key, and a pick is typed in', async () => {
    const onChange = vi.fn();
    const hands = show(<DateField label="Ngày" defaultValue="2021-12-24" onChange={onChange} />);
    await hands.click(field('Ngày'));
    await hands.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await hands.click(await screen.findByRole('button', { name: /^28/u }));
    expect(field('Ngày').value).toBe('28/12/2021');
    expect(onChange).toHaveBeenLastCalledWith('2021-12-28');
  });

  test('follows its form, and emptied holds nothing', async () => {
    const onChange = vi.fn();
    const hands = show(<DateField label="Ngày" value="2021-12-24" onChange={onChange} />);
    hands.again(<DateField label="Ngày" value="2022-01-03" onChange={onChange} />);
    expect(field('Ngày').value).toBe('03/01/2022');
    await hands.clear(field('Ngày'));
    expect(onChange).toHaveBeenLastCalledWith(null);
  });

  test('offers no calendar where nothing can be changed', () => {
    show(<DateField label="Ngày" readOnly />);
    expect(screen.getByRole('button', { name: 'Chọn ngày trên lịch' }).hasAttribute('disabled')).toBe(true);
  });
});

describe('TimeField and DateTimeField', () => {
  test('a time belongs to the day that is known when it is typed', async () => {
    const onChange = vi.fn();
    let day = '2021-12-24';
    const hands = show(<TimeField label="Lúc" dayOf={() => day} onChange={onChange} />);
    day = '2021-12-25';
    await hands.type(field('Lúc'), '7h30');
    await hands.tab();
    expect(onChange).toHaveBeenLastCalledWith('2021-12-25T07:30');
    expect(field('Lúc').value).toBe('07:30');
    await hands.clear(field('Lúc'));
    await hands.type(field('Lúc'), '25h');
    expect(onChange).toHaveBeenLastCalledWith('25h');
  });

  test('a day and a time, or a time alone where the day is known', async () => {
    const onChange = vi.fn();
    const hands = show(<DateTimeField label="Kết thúc" onChange={onChange} dayOf={() => '2021-12-24'} />);
    await hands.type(field('Kết thúc'), '3/1/2022 11h');
    await hands.tab();
    expect(field('Kết thúc').value).toBe('03/01/2022 11:00');
    await hands.clear(field('Kết thúc'));
    await hands.type(field('Kết thúc'), '11h');
    expect(onChange).toHaveBeenLastCalledWith('2021-12-24T11:00');
  });
});

describe('CountField', () => {
  test('hands on numbers, and what is none as it was typed', async () => {
    const onChange = vi.fn();
    const hands = show(<CountField label="Số bản" defaultValue={5} onChange={onChange} />);
    expect(field('Số bản').value).toBe('5');
    await hands.type(field('Số bản'), '0');
    expect(onChange).toHaveBeenLastCalledWith(50);
    await hands.type(field('Số bản'), ' bản');
    await hands.tab();
    expect(onChange).toHaveBeenLastCalledWith('50 bản');
    expect(field('Số bản').value).toBe('50 bản');
    await hands.clear(field('Số bản'));
    expect(onChange).toHaveBeenLastCalledWith(null);
  });

  test('is proposed a number of the register, takes another, and says what is none', async () => {
    function Numbered() {
      const { byHand, isRefused, field: props } = useProposedNumber(12);
      return (
        <>
          <CountField label="Số" {...props} />
          <output>{`${byHand} ${isRefused}`}</output>
        </>
      );
    }
    const hands = show(<Numbered />);
    const state = () => screen.getByRole('status').textContent;
    expect([field('Số').value, state()]).toEqual(['12', 'null false']);
    await hands.type(field('Số'), '3');
    expect(state()).toBe('123 false');
    await hands.type(field('Số'), 'a');
    expect(state()).toBe('null true');
    expect(field('Số').getAttribute('aria-invalid')).toBe('true');
    await hands.type(field('Số'), '{Backspace}{Backspace}');
    expect([state(), field('Số').value]).toEqual(['null false', '12']);
  });
});

describe('LinesField', () => {
  test('is a list with an entry a line; blank lines go when it is left', async () => {
    const onChange = vi.fn();
    const hands = show(<LinesField label="Căn cứ" defaultValue={['Điều lệ Đảng']} onChange={onChange} />);
    await hands.type(field('Căn cứ'), '{Enter}{Enter} Quy chế làm việc ');
    expect(onChange).toHaveBeenLastCalledWith(['Điều lệ Đảng', 'Quy chế làm việc']);
    await hands.tab();
    expect(field('Căn cứ').value).toBe('Điều lệ Đảng\nQuy chế làm việc');
  });

  test('a blank at the end is no change, and its form goes before', async () => {
    const onChange = vi.fn();
    const hands = show(<LinesField label="Căn cứ" value={['Một']} onChange={onChange} />);
    await hands.type(field('Căn cứ'), ' {Enter}');
    expect(onChange).not.toHaveBeenCalled();
    hands.again(<LinesField label="Căn cứ" value={['Hai']} onChange={onChange} />);
    expect(field('Căn cứ').value).toBe('Hai');
  });
});

describe('SearchSelect', () => {
  function Place({ onChange }: { onChange: (value: string | null) => void }) {
    const [value, setValue] = useState<string | null>('b');
    return (
      <SearchSelect
        label="Người chủ trì"
        value={value}
        onChange={(next) => {
          setValue(next);
          onChange(next);
        }}
        data={[
          { value: 'a', label: 'Nguyễn Tấn Hòa' },
          { value: 'b', label: 'Đinh Thị Hạnh' },
        ]}
      />
    );
  }
  const input = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Người chủ trì' });

  test('finds without marks, and Enter takes what is found', async () => {
    const onChange = vi.fn();
    const hands = show(<Place onChange={onChange} />);
    await hands.clear(input());
    await hands.type(input(), 'tan hoa{Enter}');
    expect(onChange).toHaveBeenLastCalledWith('a');
    expect(input().value).toBe('Nguyễn Tấn Hòa');
  });

  test('Enter without a letter chooses nothing', async () => {
    const onChange = vi.fn();
    const hands = show(<Place onChange={onChange} />);
    await hands.click(input());
    await hands.keyboard('{Escape}{Enter}');
    expect(onChange).not.toHaveBeenCalled();
    expect(input().value).toBe('Đinh Thị Hạnh');
  });
});
