import { Select } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { localDay } from '#renderer/lib/time.ts';
import { usePeriods } from './queries.ts';

type Props = { value: string; onChange: (period: string) => void; label?: string };

/** A year: those with figures, and those that a plan may be made for. */
export function PeriodSelect({ value, onChange, label }: Props) {
  const t = useT();
  const { data = [] } = usePeriods();
  const thisYear = Number(localDay().slice(0, 4));
  const near = [1, 0, -1, -2, -3, -4, -5].map((step) => String(thisYear + step));
  const years = [...new Set([...data, ...near, value])].sort((a, b) => b.localeCompare(a));
  return (
    <Select
      label={label}
      aria-label={label ? undefined : t('indicators.period')}
      w={130}
      data={years.map((year) => ({ value: year, label: t('indicators.year', { year }) }))}
      value={value}
      onChange={(year) => year && onChange(year)}
      comboboxProps={{ withinPortal: true }}
      maxDropdownHeight={260}
    />
  );
}
