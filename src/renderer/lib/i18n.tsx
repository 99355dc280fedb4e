import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react';
import type { WireError } from '#shared/errors.ts';
import type { Language } from '#shared/features/app/contract.ts';
import {
  errorText,
  type MessageId,
  type Params,
  type Say as Translate,
  translate,
} from '#shared/i18n/translate.ts';

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

export { dynamicText } from '#shared/i18n/translate.ts';
export type { MessageId, Params, Translate };
