import type { DocumentModel } from '#shared/paper/model.ts';
import type { PdfContent } from '../support/pdf-reader.ts';
import { bodyRules } from './body-rules.ts';
import { closingRules } from './closing-rules.ts';
import { headRules } from './head-rules.ts';
import { pageRules } from './page-rules.ts';
import { paperOf, type Rules } from './paper.ts';
import { tableRules } from './table-rules.ts';

const rules: Rules = { ...pageRules, ...headRules, ...bodyRules, ...tableRules, ...closingRules };

/** What a printed document breaks, by the name of the rule, and which rules had something to look at. */
export function checkLayout(
  pdf: PdfContent,
  model: DocumentModel,
): { broken: Record<string, string[]>; applied: string[] } {
  const paper = paperOf(pdf, model);
  const verdicts = Object.entries(rules).map(([name, rule]) => [name, rule(paper)] as const);
  return {
    broken: Object.fromEntries(
      verdicts.flatMap(([name, faults]) => (faults?.length ? [[name, faults]] : [])),
    ),
    applied: verdicts.flatMap(([name, faults]) => (faults === null ? [] : [name])),
  };
}
