import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { type Language, languages } from '#shared/i18n/languages.ts';

const languageKey = 'language';

/** The language of last time, for the screens that are shown while no store is open. */
function lastLanguage(): Language {
  return languages.find((language) => language === localStorage.getItem(languageKey)) ?? 'vi';
}

/** Language and colours as the office keeps them; until they are read, as they were last time. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const { data: status } = useQuery(methodQuery('app.status', {}));
  const { setColorScheme } = useMantineColorScheme();
  const language = status?.preferences.language ?? lastLanguage();
  const colorScheme = status?.preferences.colorScheme;

  useEffect(() => {
    if (colorScheme) setColorScheme(colorScheme);
  }, [colorScheme, setColorScheme]);
  useEffect(() => {
    localStorage.setItem(languageKey, language);
  }, [language]);

  return <I18nProvider language={language}>{children}</I18nProvider>;
}
