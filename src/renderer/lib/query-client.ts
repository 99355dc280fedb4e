import { QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import type { Input, MethodName, Output } from '#shared/contract.ts';
import { sharedAsRead } from './basis.ts';
import { theBridge } from './bridge.ts';
import { callMethod, wireOf } from './client.ts';
import { toastRefusal } from './toasts.tsx';

/** Stored data is fetched once and stays until a change is announced; the network state of the PC never matters. */
export const queryClient = new QueryClient({
  // A place that shows a few lines of a list has no room for why there are none: damage is told wherever it is met.
  queryCache: new QueryCache({
    onError: (error) => {
      const wire = wireOf(error);
      if (wire.code === 'CONTENT_DAMAGED') toastRefusal(wire);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Everything shown is read again after each announced change; what stands unchanged keeps its identity. */
export function followChanges(): () => void {
  return theBridge().subscribe((event) => {
    if (event.kind === 'changed') void queryClient.invalidateQueries();
  });
}

/** The query of a contract method; its key is the method and its input, so that no two features can collide. */
export function methodQuery<N extends MethodName>(name: N, input: Input<N>) {
  return queryOptions<Output<N>>({
    queryKey: [name, input],
    queryFn: async () => (await callMethod(name, input)).value,
    structuralSharing: sharedAsRead,
  });
}
