import '@mantine/dates/styles.css';
import 'dayjs/locale/vi';
import { DatePicker } from '@mantine/dates';
import { useLanguage } from '#renderer/lib/i18n.tsx';

type CalendarProps = { value: string | null; onPick: (day: string) => void };

export function Calendar({ value, onPick }: CalendarProps) {
  const valid = value !== null && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : null;
  return (
    <DatePicker
      size="sm"
      locale={useLanguage()}
      firstDayOfWeek={1}
      defaultDate={valid ?? undefined}
      value={valid}
      onChange={(day) => {
        if (day) onPick(day);
      }}
    />
  );
}
