import { Textarea, TextInput } from '@mantine/core';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followFocus } from '#renderer/lib/focus-return.ts';
import { followKeys } from '#renderer/lib/shortcuts.tsx';
import { ActionDialog, type ActionDialogProps } from '#renderer/ui/ActionDialog.tsx';
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
