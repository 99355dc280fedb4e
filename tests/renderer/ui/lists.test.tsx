import { Menu } from '@mantine/core';
import { cleanup, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DataList, type DataListProps } from '#renderer/ui/list/DataList.tsx';
import { EditedList } from '#renderer/ui/list/EditedList.tsx';
import { FindBox } from '#renderer/ui/list/FindBox.tsx';
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx';
import { show } from './support/show.tsx';

afterEach(cleanup);

type Person = { id: string; name: string; born: number | null };
const people: readonly Person[] = [
  { id: 'h', name: 'Nguyễn Tấn Hòa', born: 1970 },
  { id: 'd', name: 'Đinh Thị Hạnh', born: null },
  { id: 'a', name: 'Lê Văn Ân', born: 1981 },
];
const many = Array.from({ length: 100_000 }, (_, index) => ({
  id: `${index}`,
  name: `Người ${index}`,
  born: 1,
}));

let lists = 0;
/** Each with a memory of its own. */
function list(props: Partial<DataListProps<Person>> = {}): DataListProps<Person> {
  lists += 1;
  return {
    id: `people-${lists}`,
    label: 'Đảng viên',
    items: people,
    columns: [
      { id: 'name', header: 'Họ tên', cell: ({ name }) => name, sortValue: ({ name }) => name },
      { id: 'born', header: 'Năm sinh', cell: ({ born }) => born, sortValue: ({ born }) => born },
    ],
    rowKey: ({ id }) => id,
    searchText: ({ name }) => name,
    ...props,
  };
}

const filter = () => screen.getByRole<HTMLInputElement>('searchbox');
const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.firstChild?.textContent);
const marked = () => screen.getByRole('row', { selected: true }).firstChild?.textContent;

describe('DataList', () => {
  test('is found by typing any of its words without marks, and says how many are left', async () => {
    const hands = show(<DataList {...list()} />);
    expect(document.activeElement).toBe(filter());
    await hands.keyboard('hanh dinh');
    expect(names()).toEqual(['Đinh Thị Hạnh']);
    expect(screen.getByRole('status').textContent).toBe('1 / 3');
    await hands.keyboard('x');
    expect(screen.getByText('Không có mục nào khớp “hanh dinhx”.')).toBeTruthy();
    await hands.keyboard('{Escape}');
    expect(filter().value).toBe('');
    expect(names()).toHaveLength(3);
  });

  test('arrows mark, Home and End leap, Enter opens', async () => {
    const onOpen = vi.fn();
    const hands = show(<DataList {...list({ onOpen })} />);
    await hands.keyboard('{ArrowDown}');
    expect(marked()).toBe('Đinh Thị Hạnh');
    expect(filter().getAttribute('aria-activedescendant')).toBe(
      screen.getByRole('row', { selected: true }).id,
    );
    await hands.keyboard('{End}');
    expect(marked()).toBe('Lê Văn Ân');
    await hands.keyboard('{Home}{Enter}');
    expect(onOpen).toHaveBeenCalledWith(people[0]);
  });

  test('sorts as Vietnamese does, what has no value last, and a third press gives the first order back', async () => {
    const hands = show(<DataList {...list()} />);
    const press = (name: string) => hands.click(screen.getByRole('button', { name }));
    await press('Họ tên');
    expect(names()).toEqual(['Đinh Thị Hạnh', 'Lê Văn Ân', 'Nguyễn Tấn Hòa']);
    await press('Năm sinh');
    await press('Năm sinh');
    expect(names()).toEqual(['Lê Văn Ân', 'Nguyễn Tấn Hòa', 'Đinh Thị Hạnh']);
    expect(screen.getByRole('columnheader', { name: 'Năm sinh' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await press('Năm sinh');
    expect(names()).toEqual(people.map(({ name }) => name));
  });

  test('marks rows with Space and all that the filter leaves with Ctrl+A; in its words both are letters', async () => {
    const marking = { onToggle: vi.fn(), onAll: vi.fn() };
    const hands = show(<DataList {...list({ marking })} />);
    await hands.keyboard('{ArrowDown} {Control>}a{/Control}');
    expect(marking.onToggle).toHaveBeenCalledWith(people[1]);
    expect(marking.onAll).toHaveBeenCalledWith(people);
    await hands.keyboard('le van');
    expect(filter().value).toBe('le van');
    expect(marking.onToggle).toHaveBeenCalledTimes(1);
  });

  test('of a hundred thousand rows only those in sight exist, and all of them are counted', () => {
    show(<DataList {...list({ items: many })} />);
    expect(names().length).toBeGreaterThan(10);
    expect(names().length).toBeLessThan(40);
    expect(screen.getByRole('grid', { name: 'Đảng viên' }).getAttribute('aria-rowcount')).toBe('100001');
  });

  test('without items it says what belongs there, and keeps its tools', () => {
    show(<DataList {...list({ items: [], empty: <p>Chưa có ai.</p>, toolbar: <b>Năm</b> })} />);
    expect(screen.getByText('Chưa có ai.')).toBeTruthy();
    expect(screen.getByText('Năm')).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });

  test('comes back as it was left', async () => {
    const props = list();
    const hands = show(<DataList {...props} />);
    await hands.keyboard('n{ArrowDown}');
    const before = marked();
    hands.again(<p>Trang khác</p>);
    hands.again(<DataList {...props} />);
    expect(filter().value).toBe('n');
    expect(marked()).toBe(before);
  });
});

describe('EditedList', () => {
  test('adds by its button, edits by Enter, removes by the menu of the row', async () => {
    const acts = { onAdd: vi.fn(), onEdit: vi.fn(), onRemove: vi.fn() };
    const hands = show(<EditedList {...list()} {...acts} intro="Ai ký được." addLabel="Thêm" />);
    await hands.click(screen.getByRole('button', { name: 'Thêm' }));
    expect(acts.onAdd).toHaveBeenCalledOnce();
    // The list is not the main thing of its page.
    expect(document.activeElement).not.toBe(filter());
    await hands.click(filter());
    await hands.keyboard('{ArrowDown}{Enter}');
    expect(acts.onEdit).toHaveBeenCalledWith(people[1]);
    const row = screen.getByRole('row', { name: /Lê Văn Ân/u });
    await hands.click(within(row).getByRole('button', { name: 'Việc khác' }));
    await hands.click(screen.getByRole('menuitem', { name: 'Xóa' }));
    expect(acts.onRemove).toHaveBeenCalledWith(people[2]);
    expect(acts.onEdit).toHaveBeenCalledTimes(1);
  });
});

describe('FindBox', () => {
  const onChoose = vi.fn();
  function Box({ options, atEnter }: { options: readonly string[]; atEnter?: (marked: number) => string }) {
    const [typed, setTyped] = useState('');
    return (
      <FindBox
        {...{ label: 'Tìm', placeholder: 'Gõ…', value: typed, onChange: setTyped, onChoose, atEnter }}
        options={options.filter((option) => option.includes(typed))}
        keyOf={(option) => option}
      >
        {(option) => <span>{option}</span>}
      </FindBox>
    );
  }
  const chosen = () => screen.getByRole('option', { selected: true }).textContent;

  test('has the keys at once; arrows mark, a letter marks the first again, Enter chooses', async () => {
    const hands = show(<Box options={['ba', 'bốn', 'bảy']} />);
    const box = screen.getByRole('combobox', { name: 'Tìm' });
    expect(document.activeElement).toBe(box);
    await hands.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(chosen()).toBe('bảy');
    expect(box.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
    await hands.keyboard('b');
    expect(chosen()).toBe('ba');
    await hands.keyboard('{PageDown}{Enter}');
    expect(onChoose).toHaveBeenLastCalledWith('bảy');
  });

  test('a click chooses and leaves the keys in the field; nothing found is nothing chosen', async () => {
    const hands = show(<Box options={['ba']} />);
    onChoose.mockClear();
    await hands.click(screen.getByRole('option', { name: 'ba' }));
    expect(onChoose).toHaveBeenCalledWith('ba');
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
    await hands.keyboard('x{Enter}');
    expect(screen.queryByRole('option')).toBeNull();
    expect(onChoose).toHaveBeenCalledTimes(1);
  });

  test('Enter takes what the fingers mean where the list lags behind', async () => {
    const hands = show(<Box options={['ba']} atEnter={() => 'năm'} />);
    await hands.keyboard('{Enter}');
    expect(onChoose).toHaveBeenLastCalledWith('năm');
  });
});

describe('MoreMenu', () => {
  test('opens and chooses by keys', async () => {
    const onClick = vi.fn();
    const hands = show(
      <MoreMenu>
        <Menu.Item>In</Menu.Item>
        <Menu.Item onClick={onClick}>Hủy số…</Menu.Item>
      </MoreMenu>,
    );
    await hands.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Việc khác' }));
    await hands.keyboard('{Enter}');
    await screen.findByRole('menu');
    await hands.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onClick).toHaveBeenCalledOnce();
  });
});
