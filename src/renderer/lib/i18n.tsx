import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useState } from 'react';
import type { WireError } from '#shared/errors.ts';
import type { Language } from '#shared/i18n/languages.ts';
import {
  errorText,
  isLoaded,
  loadLanguage,
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

/** Shows nothing until its first language is there, and the language before until a new one is. */
export function I18nProvider({ language, children }: { language: Language; children: ReactNode }) {
  const shown = useLoaded(language);
  useLayoutEffect(() => {
    if (shown) document.documentElement.lang = shown;
  }, [shown]);
  return shown && <LanguageContext value={shown}>{children}</LanguageContext>;
}

function useLoaded(language: Language): Language | null {
  const [latest, setLatest] = useState<Language | null>(null);
  const isReady = isLoaded(language);
  useEffect(() => {
    let isWanted = true;
    // Its file missing is no reason to stay blank: the words are then Vietnamese.
    void loadLanguage(language).finally(() => isWanted && setLatest(language));
    return () => {
      isWanted = false;
    };
  }, [language]);
  return isReady ? language : latest;
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
