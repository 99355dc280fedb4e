import { describe, expect, test } from 'vitest';
import { toWireError } from '#main/api/to-wire-error.ts';
import { AppError, wholeError } from '#shared/errors.ts';
import { errorText } from '#shared/i18n/translate.ts';

function wired(error: unknown) {
  const logged: { id: string; error: unknown }[] = [];
  const wire = toWireError(error, { error: (id, given) => logged.push({ id, error: given }) });
  return { wire, logged };
}

const sqlite = (code: string) => Object.assign(new Error('database disk image is malformed'), { code });

describe('what leaves a trace', () => {
  test.each([
    ['nobody expected', new Error('unforeseen')],
    ['has a cause', new AppError('FILE_UNREADABLE', {}, new Error('EIO'))],
    ['is a paper that was not made', new AppError('TYPESET_FAILED', { reason: 'crashed' })],
    ['is a check that did not end', new AppError('CHECK_FAILED', { reason: 'timeout' })],
    ['SQLite says of the file', sqlite('SQLITE_CORRUPT')],
    ['the system says of the disk', sqlite('ENOSPC')],
  ])('what %s, under the id that the clerk is told', (_, error) => {
    const { wire, logged } = wired(error);
    expect(logged).toEqual([{ id: wire.detail.logId, error }]);
    expect(wire.detail.logId).toMatch(/^[0-9a-f]{8}$/u);
  });

  test.each([
    ['a broken rule', new AppError('RULE', { reason: 'emptyBody' })],
    ['a name that is taken', sqlite('SQLITE_CONSTRAINT_UNIQUE')],
    ['what is in the log already', new AppError('TYPESET_FAILED', { reason: 'layout', logId: '12345678' })],
  ])('not %s', (_, error) => {
    expect(wired(error).logged).toEqual([]);
  });

  test('whole: every cause, and no field that may hold words of records', () => {
    const first = new Error('ENOENT: templates');
    const error = new AppError(
      'TYPESET_FAILED',
      { reason: 'files', params: { name: 'Nghị quyết 05' } },
      first,
    );
    const words = wholeError(error);
    expect(words).toContain('TYPESET_FAILED: files');
    expect(words).toContain('Caused by: Error: ENOENT: templates');
    expect(words).toContain('traces.test.ts');
    expect(words).not.toContain('Nghị quyết 05');
  });

  test.each(['layout', 'files'])('a fault for good (%s) sends nobody to try again', (reason) => {
    const text = errorText('vi', { code: 'TYPESET_FAILED', detail: { reason, logId: 'ab12' } });
    expect(text).toContain('thử lại cũng vậy');
    expect(text).not.toMatch(/hãy thử lại/iu);
    expect(text).toContain('ab12');
  });

  test.each(['crashed', 'timeout', 'closed'])('one that may pass (%s) does', (reason) => {
    const text = errorText('vi', { code: 'TYPESET_FAILED', detail: { reason, logId: 'ab12' } });
    expect(text).toMatch(/thử lại/u);
  });
});
