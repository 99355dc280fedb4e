import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { clausesIn } from '#renderer/ui/rich-text/index.ts';
import type { Output } from '#shared/contract.ts';
import type { DocumentSummary } from '#shared/features/documents/schema.ts';
import type { Clause } from '#shared/text-model/clauses.ts';
import { type Choice, ChoiceList } from './ChoiceList.tsx';
import { insertChip } from './insert-chip.ts';

type Props = {
  editor: Editor;
  /** The document whose text is edited; null in minutes, which have no clauses of their own. */
  documentId: string | null;
  onClose: () => void;
};

/** Which clause is cited: one of this text, or a document and then one of its clauses. */
export function CitationDialog({ editor, documentId, onClose }: Props) {
  const t = useT();
  const [from, setFrom] = useState<DocumentSummary | null>(null);

  function close(): void {
    onClose();
    editor.commands.focus();
  }

  return (
    <Dialog
      opened
      onClose={close}
      title={from ? t('documents.citation.of', { code: from.code }) : t('documents.citation.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      returnFocus={false}
      size="lg"
      yOffset="10vh"
    >
      {from ? (
        <OtherClauses editor={editor} document={from} onBack={() => setFrom(null)} onDone={onClose} />
      ) : (
        <Places editor={editor} documentId={documentId} onDocument={setFrom} onDone={onClose} />
      )}
    </Dialog>
  );
}

type PlacesProps = {
  editor: Editor;
  documentId: string | null;
  onDocument: (document: DocumentSummary) => void;
  onDone: () => void;
};

function Places({ editor, documentId, onDocument, onDone }: PlacesProps) {
  const t = useT();
  const { data: documents = [] } = useQuery(methodQuery('documents.list', {}));
  const own = documentId === null ? [] : clausesIn(editor.state.doc);
  const others = documents.filter(({ id }) => id !== documentId);

  function choose(key: string): void {
    const clause = own.find(({ at }) => `own ${at}` === key);
    const document = others.find(({ id }) => id === key);
    if (document) onDocument(document);
    if (!clause) return;
    onDone();
    citeOwn(editor, clause);
  }

  return (
    <ChoiceList
      label={t('documents.citation.search')}
      empty={t('documents.citation.none')}
      onChoose={choose}
      groups={[
        { title: t('documents.citation.own'), choices: own.map((one) => clauseChoice(one, `own ${one.at}`)) },
        {
          title: t('documents.citation.others'),
          choices: others.map(({ id, code, subject }) => ({
            key: id,
            lead: code,
            text: subject,
            leadsOn: true,
          })),
        },
      ]}
    />
  );
}

type OtherProps = { editor: Editor; document: DocumentSummary; onBack: () => void; onDone: () => void };

function OtherClauses({ editor, document, onBack, onDone }: OtherProps) {
  const t = useT();
  const { data } = useQuery(methodQuery('documents.clauses', { id: document.id }));
  const nameClause = useCommand('documents.nameClause', { quiet: true });
  const isChosen = useRef(false);
  if (!data) return null;
  const { name, clauses } = data;

  async function choose(key: string): Promise<void> {
    const clause = clauses.find(({ at }) => String(at) === key);
    if (!clause || isChosen.current) return;
    isChosen.current = true;
    const clauseId = clause.id ?? (await named(clause));
    isChosen.current = false;
    if (clauseId === null) return;
    onDone();
    const label = `${clause.label} ${name}`;
    insertChip(editor, 'clauseRef', { documentId: document.id, clauseId, label });
  }

  async function named({
    at,
    title,
  }: Output<'documents.clauses'>['clauses'][number]): Promise<string | null> {
    return (await nameClause.run({ id: document.id, at, title }))?.clauseId ?? null;
  }

  return (
    <>
      <Group justify="space-between" wrap="nowrap" mb="xs" align="flex-start">
        <Text size="sm" c="dimmed" lineClamp={2}>
          {document.subject}
        </Text>
        <Button size="compact-sm" variant="default" flex="none" onClick={onBack}>
          {t('documents.citation.back')}
        </Button>
      </Group>
      <ChoiceList
        label={t('documents.citation.searchClause')}
        empty={t('documents.citation.noClauses')}
        onChoose={(key) => void choose(key)}
        onBack={onBack}
        groups={[{ title: '', choices: clauses.map((one) => clauseChoice(one, String(one.at))) }]}
      />
    </>
  );
}

function clauseChoice(
  { level, number, title }: Pick<Clause, 'level' | 'number' | 'title'>,
  key: string,
): Choice {
  return { key, lead: number.trim(), text: title, depth: level - 1 };
}

/** The heading gets its id in the same step: undone together, too. */
function citeOwn(editor: Editor, { at, id, label }: Clause): void {
  const clauseId = id ?? crypto.randomUUID();
  insertChip(editor, 'clauseRef', { documentId: null, clauseId, label }, (tr) => {
    if (id === null) tr.setNodeAttribute(at, 'id', clauseId);
  });
}
