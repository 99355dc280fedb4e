import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftsStatus } from '#renderer/lib/forms/drafts-status.ts';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import { OthersTypingNote } from '#renderer/ui/OthersTypingNote.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { RecoveredNote } from '#renderer/ui/RecoveredNote.tsx';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import { show } from './support/show.tsx';

const status = {
  dataDir: '',
  savedAt: null,
  backup: null,
  changesSinceBackup: 0,
  unsavedDrafts: 0,
  viewedDay: null,
};

beforeEach(() => {
  queryClient.setQueryData(['app.status', {}], status);
});
afterEach(() => {
  cleanup();
  queryClient.clear();
});

const at = new Date(2021, 11, 24, 14, 32).toISOString();

describe('Note', () => {
  test('what is bad is told at once, the rest when there is time', async () => {
    const onClose = vi.fn();
    const hands = show(
      <Note tone="waiting" title="Chú ý" onClose={onClose} actions={<button type="button">Sửa</button>}>
        Thiếu nơi nhận.
      </Note>,
    );
    expect(screen.getByRole('status').textContent).toContain('Chú ýThiếu nơi nhận.');
    expect(screen.getByRole('button', { name: 'Sửa' })).toBeTruthy();
    await hands.click(screen.getByRole('button', { name: 'Đóng' }));
    expect(onClose).toHaveBeenCalledOnce();
    hands.again(<Note tone="bad">Hỏng.</Note>);
    expect(screen.getByRole('alert').textContent).toBe('Hỏng.');
  });
});

describe('ErrorNote', () => {
  test('says what happened in words, with the ways out that there are', async () => {
    const onRetry = vi.fn();
    const error = { code: 'NOT_FOUND', detail: {} } as const;
    const hands = show(<ErrorNote error={error} onRetry={onRetry} list="/documents" />);
    expect(screen.getByRole('alert').textContent).not.toMatch(/NOT_FOUND/u);
    await hands.click(screen.getByRole('button', { name: 'Thử lại' }));
    expect(onRetry).toHaveBeenCalledOnce();
    expect(screen.getByRole('link', { name: 'Về danh sách' }).getAttribute('href')).toBe('/documents');
  });

  test.each(['INTERNAL', 'TYPESET_FAILED', 'CHECK_FAILED'] as const)(
    'of %s it offers the file for the technician, and says where it is',
    async (code) => {
      const invoke = vi.fn(async () => ({ ok: true, value: { fileName: 'tệp.txt' } }));
      vi.stubGlobal('bridge', { invoke, subscribe: () => () => undefined });
      const hands = show(<ErrorNote error={{ code, detail: { logId: 'ab12cd34' } }} />);
      expect(screen.getByRole('alert').textContent).toMatch(code === 'TYPESET_FAILED' ? /./u : /ab12cd34/u);
      await hands.click(screen.getByRole('button', { name: 'Lưu tệp cho người quản máy' }));
      expect(invoke).toHaveBeenCalledWith('app.saveReport', {}, expect.any(String));
      expect((await screen.findByRole('status')).textContent).toContain('tệp.txt');
      vi.unstubAllGlobals();
    },
  );

  test('what was stopped by hand is no alarm', () => {
    show(<ErrorNote error={{ code: 'CANCELLED', detail: {} }} />);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status').textContent).not.toBe('');
  });
});

describe('RecoveredNote', () => {
  const nothing = { recovered: null, savedSince: null, useRecovered: vi.fn(), dropRecovered: vi.fn() };

  test('is not there without anything to offer', () => {
    show(<RecoveredNote saved={nothing} />);
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('offers what was typed, says since when, and who saved meanwhile', async () => {
    const recovered = { at, form: {}, words: '' };
    const saved = { ...nothing, recovered, savedSince: { at, name: null } };
    const hands = show(<RecoveredNote saved={saved} />);
    const text = screen.getByRole('status').textContent;
    expect(text).toContain('14:32');
    expect(text).toContain('24/12/2021');
    expect(text).toContain('người khác');
    await hands.click(screen.getByRole('button', { name: 'Dùng lại' }));
    await hands.click(screen.getByRole('button', { name: 'Bỏ' }));
    expect(nothing.useRecovered).toHaveBeenCalledOnce();
    expect(nothing.dropRecovered).toHaveBeenCalledOnce();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('shows the words that have no field any more, to be copied', async () => {
    const words = 'Đồng chí phụ trách: Đinh Văn Rếp\nHạn: 30/6';
    const hands = show(<RecoveredNote saved={{ ...nothing, recovered: { at, form: {}, words } }} />);
    expect(screen.getByRole('status').textContent).toContain('Một phần chữ không còn ô');
    expect(screen.getByRole('textbox', { name: 'Chữ không còn ô' })).toHaveProperty('value', words);
    await hands.click(screen.getByRole('button', { name: 'Chép chữ' }));
    expect(screen.getByRole('button', { name: 'Đã chép' })).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(words);
  });

  test('has only words to offer where nothing fits the form any more', () => {
    const saved = { ...nothing, recovered: { at, form: null, words: 'về nhiệm vụ' } };
    show(<RecoveredNote saved={{ ...saved, savedSince: { at, name: 'Đinh Thị Tuyết' } }} />);
    expect(screen.getByRole('status').textContent).toContain('Chữ gõ lúc 14:32 ngày 24/12/2021');
    expect(screen.getByRole('status').textContent).not.toContain('Đinh Thị Tuyết');
    expect(screen.queryByRole('button', { name: 'Dùng lại' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Bỏ' })).toBeTruthy();
  });
});

describe('OthersTypingNote', () => {
  test('names everybody who has something unsaved in the same place', () => {
    const key = 'documents:1';
    queryClient.setQueryData(methodQuery('drafts.others', { key }).queryKey, [
      { name: 'Đinh Thị Tuyết', at },
      { name: 'Nguyễn Văn An', at },
    ]);
    show(<OthersTypingNote draftKey={key} />);
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent?.slice(0, 13))).toEqual([
      'Đinh Thị Tuyế',
      'Nguyễn Văn An',
    ]);
  });
});

describe('EmptyState', () => {
  test('says what belongs there and offers the first step', () => {
    show(<EmptyState message="Chưa có văn bản nào." firstStep={<button type="button">Soạn mới</button>} />);
    expect(screen.getByText('Chưa có văn bản nào.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Soạn mới' })).toBeTruthy();
  });
});

describe('PageHeader', () => {
  test('names the page for the window too, and a title that is cut off is whole behind it', () => {
    const title = `Nghị quyết về ${'nhiệm vụ '.repeat(40)}`.trim();
    const hands = show(<PageHeader title={title} subtitle="Dự thảo" />);
    expect(document.title).toBe(title);
    expect(screen.getByRole('heading', { level: 1 }).getAttribute('title')).toBe(title);
    hands.again(<PageHeader title="Văn bản" action={<button type="button">Soạn</button>} />);
    expect(document.title).toBe('Văn bản');
    expect(screen.queryByText('Dự thảo')).toBeNull();
  });
});

describe('KeyCap', () => {
  test('is for the eye alone', () => {
    show(<KeyCap keys="ctrl+shift+k" />);
    expect(screen.getByText('Ctrl+Shift+K').getAttribute('aria-hidden')).toBe('true');
  });
});

describe('SaveBar', () => {
  const saved = { draftKey: 'bar', save: vi.fn(async () => true) };
  const button = () => screen.queryByRole('button', { name: 'Thêm hội nghị' });

  test('saves, says when it could not, and is off while it is at it', async () => {
    const hands = show(<SaveBar saved={saved} label="Thêm hội nghị" />);
    await hands.click(screen.getByRole('button', { name: 'Thêm hội nghị' }));
    expect(saved.save).toHaveBeenCalledOnce();
    act(() => draftsStatus.set('bar', 'saving'));
    expect(button()?.hasAttribute('disabled')).toBe(true);
    act(() => draftsStatus.set('bar', 'failed'));
    expect(screen.getByRole('status').textContent).toBe('Chưa lưu được');
    act(() => draftsStatus.set('bar', 'clean'));
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('is not there while an earlier day is shown', () => {
    queryClient.setQueryData(['app.status', {}], { ...status, viewedDay: '2021-12-24' });
    show(<SaveBar saved={saved} label="Thêm hội nghị" />);
    expect(button()).toBeNull();
  });
});

describe('TaskProgress', () => {
  beforeEach(() =>
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    }),
  );
  afterEach(() => vi.useRealTimers());
  const running = { startedAt: 0, progress: null, cancel: vi.fn() };

  test('short work shows no sign; longer work says what, how far and how long, and can be stopped', () => {
    const started = { ...running, startedAt: performance.now() };
    const hands = show(<TaskProgress running={started} what="Đang sao lưu" />);
    expect(screen.queryByRole('status')).toBeNull();
    act(() => vi.advanceTimersByTime(400));
    expect(screen.getByRole('status').textContent).toContain('Đang sao lưu');
    const progress = { job: 'x', stage: 'copying', done: 3, total: 4 };
    hands.again(<TaskProgress running={{ ...started, progress }} what="Đang sao lưu" />);
    act(() => vi.advanceTimersByTime(2_000));
    expect(screen.getByRole('status').textContent).toMatch(/75% · 2 giây/u);
    expect(screen.getByRole('progressbar', { name: 'Đang sao lưu' }).getAttribute('aria-valuenow')).toBe(
      '75',
    );
    screen.getByRole('button', { name: 'Dừng' }).click();
    expect(running.cancel).toHaveBeenCalledOnce();
    hands.again(<TaskProgress running={null} what="Đang sao lưu" />);
    expect(screen.queryByRole('status')).toBeNull();
  });
});
