import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react';
import type { WireError } from '#shared/errors.ts';
import type { Language } from '#shared/features/app/contract.ts';
import { errorText, isMessageId, type MessageId, translate } from '#shared/i18n/translate.ts';

export type Params = Record<string, string | number>;
export type Translate = (id: MessageId, params?: Params) => string;

const translators: Record<Language, Translate> = {
  vi: (id, params) => translate('vi', id, params),
  en: (id, params) => translate('en', id, params),
};

const LanguageContext = createContext<Language>('vi');

export function I18nProvider({ language, children }: { language: Language; children: ReactNode }) {
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The translator of the running language; its identity changes only with the language. */
export function useT(): Translate {
  return translators[useLanguage()];
}

export function useErrorText(): (error: WireError) => string {
  const language = useLanguage();
  return (error) => errorText(language, error);
}

/** The text of an id that is put together at run time ("journal.act." + command); the fallback when there is none. */
export function dynamicText(t: Translate, id: string, fallback: MessageId, params?: Params): string {
  return isMessageId(id) ? t(id, params) : t(fallback, params);
}

export type { MessageId };
