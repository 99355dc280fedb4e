import { useQuery } from '@tanstack/react-query';
import { methodQuery } from '#renderer/lib/query-client.ts';

export function useUsualLines() {
  return useQuery(methodQuery('phrases.lines', {}));
}
