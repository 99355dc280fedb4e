import type { ErrorCode, WireError } from '../errors.ts';
import type { Language } from './languages.ts';
import { type Params, withPlurals } from './plurals.ts';
import vi from './vi.json' with { type: 'json' };

/** Vietnamese is the source: an id exists when it stands in vi.json. */
export type MessageId = keyof typeof vi;

export type { Params };

const catalogues: Partial<Record<Language, Record<string, string>>> = { vi };

/** Only Vietnamese is there from the start; who chose another language waits for it once. */
export function isLoaded(language: Language): boolean {
  return catalogues[language] !== undefined;
}

export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'en') catalogues.en ??= (await import('./en.json', { with: { type: 'json' } })).default;
}

/**
 * The text of a message with its `{placeholders}` filled; in Vietnamese while its language is not loaded. Where the words
 * follow a count they stand in one form each, `#` being the count: `{count, plural, one {# page} other {# pages}}`.
 */
export function translate(language: Language, id: MessageId, params: Params = {}): string {
  const text = catalogues[language]?.[id] ?? vi[id] ?? id;
  return withPlurals(text, language, params).replace(/\{(\w+)\}/gu, (whole, name: string) =>
    String(params[name] ?? whole),
  );
}

/** Says a message in one language: on screen that of the screen, on paper Vietnamese. */
export type Say = (id: MessageId, params?: Params) => string;

export const sayVietnamese: Say = (id, params) => translate('vi', id, params);

/** The text of an id that is put together at run time ("journal.act." + command); the fallback when there is none. */
export function dynamicText(say: Say, id: string, fallback: MessageId, params?: Params): string {
  return isMessageId(id) ? say(id, params) : say(fallback, params);
}

export function isMessageId(id: string): id is MessageId {
  return id in vi;
}

/** What to tell the clerk about a refusal: its reason where there is a text for it, else its code. */
export function errorText(language: Language, error: WireError): string {
  const byReason = `error.${error.code}.${error.detail.reason ?? ''}`;
  const byCode: MessageId = `error.${error.code satisfies ErrorCode}`;
  const { params = {}, logId = '' } = error.detail;
  const field = String(params.field ?? '');
  return translate(language, isMessageId(byReason) ? byReason : byCode, {
    ...params,
    // A field is named by the id of its label.
    ...(isMessageId(field) && { field: translate(language, field) }),
    logId,
  });
}
