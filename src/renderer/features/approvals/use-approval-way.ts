import { useQuery } from '@tanstack/react-query';
import { methodQuery } from '#renderer/lib/query-client.ts';
import type { Way } from '#shared/features/approvals/schema.ts';

/** Where the draft stands; undefined until it is known. */
export function useApprovalWay(documentId: string): Way | undefined {
  return useQuery(methodQuery('approvals.get', { documentId })).data;
}
