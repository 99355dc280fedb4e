/** Every refusal the program can answer with; the page and the command line pick the text by code (and reason). */
export const errorCodes = [
  'VALIDATION',
  'NOT_FOUND',
  'CONFLICT',
  'RULE',
  'FINAL',
  'FORBIDDEN',
  'LOCKED',
  'PAST_IS_READ_ONLY',
  'UNTRUSTED',
  'UNKNOWN_METHOD',
  'TOO_LARGE',
  'CANCELLED',
  'NOTHING_TO_UNDO',
  'CONTENT_DAMAGED',
  'STORE_UNAVAILABLE',
  'STORE_HELD',
  'STORE_NEWER',
  'STORE_FOREIGN',
  'STORE_EMPTY',
  'STORE_DAMAGED',
  'STORE_OLDER_THAN_SEEN',
  'STORE_WITHOUT_LOG',
  'STORE_READ_ONLY',
  'STORE_PLACE',
  'DISK_FULL',
  'DISK_FAILING',
  'FILE_UNREADABLE',
  'FILE_UNWRITABLE',
  'BACKUP_INVALID',
  'CHECK_FAILED',
  'TYPESET_FAILED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Plain data that crosses the bridge: `reason` refines the code to one message, `params` fill its placeholders. */
export type ErrorDetail = {
  reason?: string;
  params?: Record<string, string | number>;
  issues?: FieldIssue[];
  logId?: string;
};

/** One fault of the input: `path` as in the form ("agenda.0.title"), `message` a message id. */
export type FieldIssue = { path: string; message: string; params?: Record<string, string | number> };

export type WireError = { code: ErrorCode; detail: ErrorDetail };

/** An expected refusal; one with a `cause` is logged with it. Anything else that is thrown counts as INTERNAL and is logged whole. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}, cause?: unknown) {
    super(detail.reason ? `${code}: ${detail.reason}` : code, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}

/** The code that an error of SQLite or the system carries; null for whatever has none. */
export function codeOf(error: unknown): string | null {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error;
  return isCoded && typeof error.code === 'string' ? error.code : null;
}

/** An error with all its causes, for the log: where it was thrown, and no other fields, which may hold texts of records. */
export function wholeError(error: unknown): string {
  const words = error instanceof Error ? withoutPaths(error) : String(error);
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? words : `${words}\nCaused by: ${wholeError(cause)}`;
}

/** The system names files in its messages, and a file may be called after what a paper says. */
function withoutPaths(error: Error): string {
  const words = error.stack ?? error.message;
  const paths = ['path', 'dest'].flatMap((name) => {
    const path: unknown = Reflect.get(error, name);
    return typeof path === 'string' && path !== '' ? [path] : [];
  });
  return paths.reduce((text, path) => text.replaceAll(path, '…'), words);
}

/** A broken office rule ("end before start"): `reason` is the last part of the message id `error.RULE.<reason>`. */
export function ruleError(reason: string, params?: Record<string, string | number>): AppError {
  return new AppError('RULE', params ? { reason, params } : { reason });
}
