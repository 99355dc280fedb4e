import '#renderer/ui/library-styles.ts';
import { Button, Menu, Text } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx';
import classes from '#renderer/ui/ui.module.css';
import { DataList, type DataListProps } from './DataList.tsx';

type EditedListProps<T> = Omit<DataListProps<T>, 'onOpen' | 'rowMenu' | 'autoFocus'> & {
  /** What the list is for, in a sentence above it. */
  intro: string;
  addLabel: string;
  onAdd: () => void;
  onEdit: (item: T) => void;
  onRemove: (item: T) => void;
};

/** A list of the settings: one button adds, Enter edits, the row menu removes. */
export function EditedList<T extends object>({
  intro,
  addLabel,
  onAdd,
  onEdit,
  onRemove,
  ...list
}: EditedListProps<T>) {
  const t = useT();
  return (
    <div className={classes.editedList}>
      <div className={classes.editedLead}>
        <Text size="sm" c="dimmed">
          {intro}
        </Text>
        <Button variant="default" onClick={onAdd}>
          {addLabel}
        </Button>
      </div>
      <DataList
        {...list}
        onOpen={onEdit}
        autoFocus={false}
        rowMenu={(item) => (
          <MoreMenu place="row">
            <Menu.Item onClick={() => onEdit(item)}>{t('ui.action.edit')}</Menu.Item>
            <Menu.Item color="red" onClick={() => onRemove(item)}>
              {t('ui.action.remove')}
            </Menu.Item>
          </MoreMenu>
        )}
      />
    </div>
  );
}
