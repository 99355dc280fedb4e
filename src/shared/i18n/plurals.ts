import type { Language } from './languages.ts';

export type Params = Record<string, string | number>;

const blocks = /\{(\w+), plural,((?: \w+ \{[^{}]*\})+)\}/gu;
const forms = /(\w+) \{([^{}]*)\}/gu;

const rules: Record<Language, Intl.PluralRules> = {
  vi: new Intl.PluralRules('vi'),
  en: new Intl.PluralRules('en'),
};

/** What each count of a text can be called, by the category of Intl.PluralRules. */
export function pluralsOf(text: string): { count: string; forms: Map<string, string> }[] {
  return [...text.matchAll(blocks)].map(([, count = '', all = '']) => ({ count, forms: formsOf(all) }));
}

function formsOf(all: string): Map<string, string> {
  return new Map([...all.matchAll(forms)].map(([, category = '', words = '']) => [category, words]));
}

/** The text with the one form that its counts ask for. */
export function withPlurals(text: string, language: Language, params: Params): string {
  if (!text.includes(', plural,')) return text;
  return text.replace(blocks, (whole, name: string, all: string) => {
    const count = params[name];
    if (count === undefined) return whole;
    const words = formsOf(all);
    const category = rules[language].select(numberOf(count));
    return (words.get(category) ?? words.get('other') ?? '').replaceAll('#', String(count));
  });
}

/** A count may come as it is to be shown: "05", "1.204". */
function numberOf(count: string | number): number {
  return typeof count === 'number' ? count : Number(count.replace(/\D/gu, ''));
}
