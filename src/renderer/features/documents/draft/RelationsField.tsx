import { Button, CloseButton, Input, TextInput } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { SearchSelect } from '#renderer/ui/fields/SearchSelect.tsx';
import { type Relation, relationKinds } from '#shared/features/documents/records.ts';
import classes from '../documents.module.css';
import { useDocuments } from '../queries.ts';
import { documentChoice } from './document-choices.ts';

type Props = {
  /** The document itself, which does nothing to itself. */
  documentId: string;
  defaultValue?: readonly Relation[];
  onChange?: (relations: Relation[]) => void;
  error?: ReactNode;
};

/** A row counts once its document is chosen. */
type Row = Omit<Relation, 'documentId'> & { key: number; documentId: string | null };

/** What the document does to earlier ones: amends, replaces, repeals. */
export function RelationsField({ documentId, defaultValue = [], onChange, error }: Props) {
  const t = useT();
  const { data: documents = [] } = useDocuments();
  const keys = useRef(0);
  const withKey = (row: Omit<Row, 'key'>): Row => {
    keys.current += 1;
    return { ...row, key: keys.current };
  };
  const [rows, setRows] = useState<Row[]>(() => defaultValue.map(withKey));
  const list = useRef<HTMLDivElement>(null);

  function put(next: Row[]): void {
    setRows(next);
    onChange?.(
      next.flatMap(({ kind, documentId: target, part }) =>
        target ? [{ kind, documentId: target, part }] : [],
      ),
    );
  }

  function change(key: number, part: Partial<Row>): void {
    put(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  }

  function add(): void {
    setRows([...rows, withKey({ kind: 'replaces', documentId: null, part: '' })]);
    // The new row is there after this.
    setTimeout(() => list.current?.querySelector<HTMLElement>('[data-row]:last-of-type input')?.focus());
  }

  const isChosen = (id: string) => rows.some((row) => row.documentId === id);
  const choices = documents
    .filter(({ id, status }) => (status === 'issued' && id !== documentId) || isChosen(id))
    .map(documentChoice);
  return (
    <div ref={list} className={classes.relations}>
      {rows.map((row) => (
        <div key={row.key} data-row className={classes.relation}>
          <div className={classes.relationHead}>
            <SearchSelect
              aria-label={t('documents.relation.kind')}
              data={relationKinds.map((value) => ({ value, label: t(`documents.relation.${value}`) }))}
              value={row.kind}
              onChange={(value) => {
                const kind = relationKinds.find((known) => known === value);
                if (kind) change(row.key, { kind });
              }}
            />
            <CloseButton
              aria-label={t('documents.relation.remove')}
              onClick={() => put(rows.filter(({ key }) => key !== row.key))}
            />
          </div>
          <SearchSelect
            aria-label={t('documents.relation.document')}
            placeholder={t('documents.relation.document')}
            data={choices}
            nothingFoundMessage={t('documents.field.noSuchDocument')}
            value={row.documentId}
            onChange={(chosen) => change(row.key, { documentId: chosen })}
          />
          <TextInput
            aria-label={t('documents.relation.part')}
            placeholder={t('documents.relation.partHint')}
            maxLength={300}
            value={row.part}
            onChange={(event) => change(row.key, { part: event.currentTarget.value })}
          />
        </div>
      ))}
      {error && <Input.Error>{error}</Input.Error>}
      <Button variant="default" size="compact-sm" onClick={add}>
        {t('documents.relation.add')}
      </Button>
    </div>
  );
}
