import { useT } from '#renderer/lib/i18n.tsx';
import type { Opinion } from '#shared/features/reviews/schema.ts';

/** "Khoản 1 mục II", or what else of the document it is about. */
export function usePlaceName(): (opinion: Pick<Opinion, 'field' | 'clause'>) => string {
  const t = useT();
  return ({ field, clause }) => {
    if (field !== 'body') return t(`reviews.field.${field}`);
    return clause === '' ? t('reviews.panel.inText') : clause.charAt(0).toUpperCase() + clause.slice(1);
  };
}
