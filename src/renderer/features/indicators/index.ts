export { IndicatorsPage } from './IndicatorsPage.tsx';
export { PeriodSelect } from './PeriodSelect.tsx';
export { indicatorsQuery, useIndicators } from './queries.ts';
