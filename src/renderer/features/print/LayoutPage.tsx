import { useQuery } from '@tanstack/react-query';
import { Redirect, useParams } from 'wouter';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { routes } from '#renderer/lib/routes.ts';
import { LayoutEditor } from './LayoutEditor.tsx';

/** One layout: its values left, a sample page right. */
export function LayoutPage() {
  const { id = '' } = useParams<{ id: string }>();
  const { data: layouts } = useQuery(methodQuery('print.profiles', {}));
  if (!layouts) return null;
  const layout = layouts.find(({ profile }) => profile.id === id);
  // Removed, or its adding was undone.
  if (!layout) return <Redirect to={routes.settings} replace />;
  return <LayoutEditor key={id} layout={layout} others={layouts.map(({ guideline }) => guideline)} />;
}
