import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followFocus } from '#renderer/lib/focus-return.ts';
import { followKeys, useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { ActionDialog, type ActionDialogProps } from '#renderer/ui/ActionDialog.tsx';
import { Dialog, SideDialog } from '#renderer/ui/Dialog.tsx';
import { SearchSelect } from '#renderer/ui/fields/SearchSelect.tsx';
import { ReasonedDialog } from '#renderer/ui/ReasonedDialog.tsx';
import { show } from './support/show.tsx';

let stop: (() => void)[] = [];
beforeEach(() => {
  stop = [followKeys(), followFocus()];
});
afterEach(() => {
  cleanup();
  for (const one of stop) one();
});

const onAct = vi.fn();
const onClose = vi.fn();
afterEach(() => vi.clearAllMocks());

const act = () => screen.getByRole('button', { name: 'Ghi' });
const cancel = () => screen.getByRole('button', { name: 'Thôi' });

function Names(props: Partial<ActionDialogProps>) {
  return (
    <ActionDialog title="Tên mới" act="Ghi" onAct={onAct} onClose={onClose} {...props}>
      <TextInput label="Họ" />
      <TextInput label="Tên" />
      <Textarea label="Ghi chú" />
    </ActionDialog>
  );
}

describe('ActionDialog', () => {
  test('is named by its title, says what follows, and begins in its first field', () => {
    show(<Names explanation="Tên cũ vẫn nằm trong lịch sử." />);
    expect(screen.getByRole('dialog', { name: 'Tên mới' })).toBeTruthy();
    expect(screen.getByText('Tên cũ vẫn nằm trong lịch sử.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Họ'));
  });

  test('begins where it is told: a marked field, the act, the way out', () => {
    const hands = show(
      <ActionDialog title="a" act="Ghi" onAct={onAct} onClose={onClose}>
        <TextInput label="Họ" />
        <TextInput label="Tên" data-autofocus />
      </ActionDialog>,
    );
    expect(document.activeElement).toBe(screen.getByLabelText('Tên'));
    hands.again(<Names key="act" startsAt="act" />);
    expect(document.activeElement).toBe(act());
    hands.again(<Names key="cancel" startsAt="cancel" />);
    expect(document.activeElement).toBe(cancel());
    hands.again(<ActionDialog key="none" title="a" act="Ghi" onAct={onAct} onClose={onClose} />);
    expect(document.activeElement).toBe(act());
  });

  test('Enter goes on to the next field, in a long text it is a line, and after the last field it acts', async () => {
    const hands = show(
      <ActionDialog title="a" act="Ghi" onAct={onAct} onClose={onClose}>
        <Textarea label="Ghi chú" />
        <TextInput label="Họ" />
        <TextInput label="Tên" />
      </ActionDialog>,
    );
    await hands.keyboard('một{Enter}hai');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Ghi chú').value).toBe('một\nhai');
    await hands.click(screen.getByLabelText('Họ'));
    await hands.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText('Tên'));
    expect(onAct).not.toHaveBeenCalled();
    await hands.keyboard('{Enter}');
    expect(onAct).toHaveBeenCalledTimes(1);
  });

  test('an Enter that is held down runs through nothing', () => {
    show(<Names />);
    fireEvent.keyDown(screen.getByLabelText('Họ'), { key: 'Enter', repeat: true });
    expect(document.activeElement).toBe(screen.getByLabelText('Họ'));
    expect(onAct).not.toHaveBeenCalled();
  });

  test('Ctrl+Enter and Ctrl+S act from any field, also from a long text', async () => {
    const hands = show(<Names />);
    await hands.click(screen.getByLabelText('Ghi chú'));
    await hands.keyboard('{Control>}{Enter}{/Control}');
    expect(onAct).toHaveBeenCalledTimes(1);
    await hands.keyboard('{Control>}s{/Control}');
    expect(onAct).toHaveBeenCalledTimes(2);
    expect(act().getAttribute('aria-keyshortcuts')).toBe('Control+Enter Control+S');
  });

  test('what cannot be taken back waits for its button or Ctrl+Enter', async () => {
    const hands = show(
      <ActionDialog title="a" act="Ghi" onAct={onAct} onClose={onClose} isFinal>
        <TextInput label="Số" />
      </ActionDialog>,
    );
    await hands.keyboard('{Control>}s{/Control}{Enter}');
    expect(onAct).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(act());
    await hands.keyboard('{Enter}');
    expect(onAct).toHaveBeenCalledTimes(1);
    await hands.keyboard('{Control>}{Enter}{/Control}');
    expect(onAct).toHaveBeenCalledTimes(2);
  });

  test('no key does what the button does not', async () => {
    const hands = show(<Names disabled />);
    await hands.keyboard('{Enter}{Enter}{Control>}{Enter}{/Control}{Control>}s{/Control}');
    expect(onAct).not.toHaveBeenCalled();
  });

  test('Esc, the cross and the way out leave it, but not while it is being done', async () => {
    const hands = show(<Names />);
    await hands.keyboard('{Escape}');
    await hands.click(cancel());
    await hands.click(screen.getByRole('button', { name: 'Đóng' }));
    expect(onClose).toHaveBeenCalledTimes(3);
    hands.again(<Names pending />);
    await hands.keyboard('{Escape}{Control>}{Enter}{/Control}');
    await hands.click(screen.getByRole('button', { name: 'Đóng' }));
    expect(onClose).toHaveBeenCalledTimes(3);
    expect(onAct).not.toHaveBeenCalled();
  });

  test('a refusal stands in it, what was typed stays, and the keys are back in the first field', async () => {
    const at = (state: Partial<ActionDialogProps>) => (
      <>
        <button type="button">Trang</button>
        <Names {...state} />
      </>
    );
    const hands = show(at({}));
    await hands.keyboard('Đinh');
    hands.again(at({ pending: true }));
    // As a browser does with a button that is off.
    screen.getByText('Trang').focus();
    hands.again(
      at({ error: { code: 'RULE', detail: { reason: 'userNameTaken', params: { name: 'Đinh' } } } }),
    );
    expect(screen.getByRole('alert').textContent).toContain('Đinh');
    const field = screen.getByLabelText<HTMLInputElement>('Họ');
    expect(field.value).toBe('Đinh');
    expect(document.activeElement).toBe(field);
  });

  test('the focus goes back to where it was', async () => {
    function Page() {
      const [isOpen, setOpen] = useState(false);
      return (
        <>
          <button type="button">Khác</button>
          <button type="button" onClick={() => setOpen(true)}>
            Đổi tên…
          </button>
          {isOpen && <Names onClose={() => setOpen(false)} />}
        </>
      );
    }
    const hands = show(<Page />);
    await hands.tab();
    await hands.tab();
    await hands.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText('Họ'));
    await hands.keyboard('{Escape}');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Đổi tên…'));
  });
});

describe('ReasonedDialog', () => {
  function Asked({ missing }: { missing?: string }) {
    const [reason, setReason] = useState('');
    return (
      <ReasonedDialog
        {...{ title: 'Hủy số?', act: 'Ghi', onAct: () => onAct(reason), onClose, label: 'Lý do', missing }}
        reason={reason}
        onReason={setReason}
      />
    );
  }

  test('asks for the reason under its field, only once it was tried without', async () => {
    const hands = show(<Asked missing="Gõ lý do." />);
    expect(screen.queryByText('Gõ lý do.')).toBeNull();
    await hands.type(screen.getByLabelText('Lý do'), '  ');
    await hands.click(act());
    expect(screen.getByText('Gõ lý do.')).toBeTruthy();
    expect(screen.getByLabelText('Lý do').getAttribute('aria-invalid')).toBe('true');
    expect(onAct).not.toHaveBeenCalled();
    await hands.type(screen.getByLabelText('Lý do'), 'cấp nhầm{Control>}{Enter}{/Control}');
    expect(onAct).toHaveBeenCalledWith('  cấp nhầm');
    expect(screen.queryByText('Gõ lý do.')).toBeNull();
  });

  test('does without one where none is needed', async () => {
    const hands = show(<Asked />);
    await hands.click(act());
    expect(onAct).toHaveBeenCalledWith('');
  });
});

describe('Ctrl+S while a dialog is open', () => {
  const save = vi.fn();
  /** A page with a form of its own, and what is opened above it. */
  function PageBehind({ children }: { children: ReactNode }) {
    useShortcuts([{ keys: 'ctrl+s', label: 'app.shortcut.save', run: save, inDialog: true }]);
    return children;
  }
  function FormAbove({ onSave }: { onSave: () => void }) {
    useShortcuts([{ keys: 'ctrl+s', label: 'app.shortcut.save', run: onSave, inDialog: true }]);
    return <SideDialog opened title="Ủy viên" onClose={onClose} />;
  }
  const press = (hands: ReturnType<typeof show>) => hands.keyboard('{Control>}s{/Control}');

  test('without a dialog it saves the page', async () => {
    await press(show(<PageBehind>{null}</PageBehind>));
    expect(save).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['one that is only looked at', <Dialog key="a" opened title="a" onClose={onClose} />],
    ['one at the side', <SideDialog key="b" opened title="b" onClose={onClose} />],
    ['one whose act is final', <Names key="c" isFinal />],
    ['one whose act is not possible yet', <Names key="d" disabled />],
  ])('%s: it does nothing, and never saves the page behind', async (_, dialog) => {
    const hands = show(<PageBehind>{null}</PageBehind>);
    hands.again(<PageBehind>{dialog}</PageBehind>);
    await press(hands);
    expect(save).not.toHaveBeenCalled();
    expect(onAct).not.toHaveBeenCalled();
  });

  test('a form in it is saved, and the page behind again when it is closed', async () => {
    const onSave = vi.fn();
    const hands = show(<PageBehind>{null}</PageBehind>);
    hands.again(
      <PageBehind>
        <FormAbove onSave={onSave} />
      </PageBehind>,
    );
    await press(hands);
    expect([onSave.mock.calls.length, save.mock.calls.length]).toEqual([1, 0]);
    hands.again(<PageBehind>{null}</PageBehind>);
    await press(hands);
    expect([onSave.mock.calls.length, save.mock.calls.length]).toEqual([1, 1]);
  });

  test('every dialog is made of these, so that none forgets it', () => {
    const made = globSync('src/renderer/**/*.tsx').filter((file) =>
      /<(?:Modal|Drawer)\b/u.test(readFileSync(file, 'utf8')),
    );
    expect(made).toEqual([path.join('src', 'renderer', 'ui', 'Dialog.tsx')]);
  });
});

describe('Enter in fields with a list', () => {
  function Fields({ onAdd = () => {} }: { onAdd?: () => void }) {
    return (
      <ActionDialog title="a" act="Ghi" onAct={onAct} onClose={onClose}>
        <Select label="Vai trò" data={['Ủy viên', 'Bí thư']} defaultValue="Ủy viên" />
        <SearchSelect label="Chủ trì" data={['Đinh An', 'Lê Bé']} defaultValue="Lê Bé" />
        <Autocomplete label="Người ghi" data={['Đinh An', 'Lê Bé']} openOnFocus={false} />
        <button type="button" onClick={onAdd}>
          Thêm chức vụ
        </button>
      </ActionDialog>
    );
  }
  const at = (name: string) => screen.getByRole<HTMLInputElement>('combobox', { name });

  test('goes on, opens no list and chooses nothing; buttons that add are no fields', async () => {
    const onAdd = vi.fn();
    const hands = show(<Fields onAdd={onAdd} />);
    expect(document.activeElement).toBe(at('Vai trò'));
    await hands.keyboard('{Enter}');
    expect(at('Vai trò').getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(at('Chủ trì'));
    await hands.keyboard('{Enter}');
    expect(document.activeElement).toBe(at('Người ghi'));
    await hands.keyboard('Hồ Sơn{Enter}');
    expect([at('Vai trò').value, at('Chủ trì').value, at('Người ghi').value]).toEqual([
      'Ủy viên',
      'Lê Bé',
      'Hồ Sơn',
    ]);
    expect(onAdd).not.toHaveBeenCalled();
    expect(onAct).toHaveBeenCalledTimes(1);
  });

  test('takes what was typed for or moved to, and then goes on', async () => {
    const hands = show(<Fields />);
    await hands.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(at('Vai trò').value).toBe('Bí thư');
    expect(document.activeElement).toBe(at('Vai trò'));
    await hands.keyboard('{Enter}');
    await hands.clear(at('Chủ trì'));
    await hands.keyboard('dinh{Enter}{Enter}');
    expect(at('Chủ trì').value).toBe('Đinh An');
    expect(document.activeElement).toBe(at('Người ghi'));
    expect(onAct).not.toHaveBeenCalled();
  });
});
