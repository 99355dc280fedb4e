import { Menu, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { localDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx';
import { type Sheet, type SheetAnswer, sheetAnswers } from '#shared/features/approvals/sheets.ts';
import { showDate } from '#shared/text/dates.ts';
import classes from './approvals.module.css';

/** One sheet: its answer is entered by choosing it, what else was written when the field is left. */
export function SheetRow({ sheet, isReadOnly }: { sheet: Sheet; isReadOnly: boolean }) {
  const t = useT();
  const { id, name, title, answer, dueOn, returnedOn } = sheet;
  const [remark, setRemark] = useState(sheet.remark);
  const enter = useCommand('approvals.enterSheet');
  const clear = useCommand('approvals.clearSheet', { onDone: () => setRemark('') });
  const remove = useCommand('approvals.removeSheet');
  const isLate = answer === null && dueOn !== null && dueOn < localDay();

  function save(next: SheetAnswer, text: string): void {
    void enter.run({ id, answer: next, remark: text, returnedOn: returnedOn ?? localDay() });
  }

  return (
    <li className={classes.sheet}>
      <div className={classes.sheetHead}>
        <span className={classes.sheetName}>
          <strong>{name}</strong>
          <span>{title}</span>
        </span>
        <span className={classes.sheetState} data-late={isLate || undefined}>
          {returnedOn
            ? t('approvals.sheets.backOn', { date: showDate(returnedOn) })
            : dueOn && t(isLate ? 'approvals.sheets.late' : 'approvals.step.due', { date: showDate(dueOn) })}
        </span>
        {!isReadOnly && (
          <MoreMenu place="row">
            {answer !== null && (
              <Menu.Item onClick={() => void clear.run({ id })}>{t('approvals.sheets.clear')}</Menu.Item>
            )}
            <Menu.Item color="red" onClick={() => void remove.run({ id })}>
              {t('approvals.sheets.remove')}
            </Menu.Item>
          </MoreMenu>
        )}
      </div>
      <Select
        size="xs"
        aria-label={t('approvals.sheets.answerOf', { name })}
        placeholder={t('approvals.sheets.notBack')}
        value={answer}
        disabled={isReadOnly}
        allowDeselect={false}
        onChange={(value) => {
          const next = sheetAnswers.find((one) => one === value);
          if (next) save(next, remark);
        }}
        data={sheetAnswers.map((value) => ({ value, label: t(`approvals.answer.${value}`) }))}
      />
      {answer !== null && (
        <Textarea
          size="xs"
          aria-label={t('approvals.sheets.remarkOf', { name })}
          placeholder={t('approvals.sheets.remark')}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={5_000}
          disabled={isReadOnly}
          value={remark}
          onChange={(event) => setRemark(event.currentTarget.value)}
          onBlur={() => {
            if (remark !== sheet.remark) save(answer, remark);
          }}
        />
      )}
    </li>
  );
}
