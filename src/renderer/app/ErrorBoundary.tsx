import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { noteFailure } from '#renderer/lib/failures.ts';
import { go } from '#renderer/lib/hash-location.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { routes } from '#renderer/lib/routes.ts';
import { SaveReport } from '#renderer/ui/SaveReport.tsx';
import classes from './pages.module.css';

type Props = {
  children: ReactNode;
  /** Another value tries again: the address of the page. */
  resetKey?: string;
};
type State = { fallen: boolean; resetKey: string | undefined };

/** A page that fell over takes nothing else with it; what was typed is in the drafts. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fallen: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { fallen: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.resetKey === state.resetKey ? null : { fallen: false, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown): void {
    noteFailure(error);
  }

  override render(): ReactNode {
    if (!this.state.fallen) return this.props.children;
    return <Fallen onRetry={() => this.setState({ fallen: false })} />;
  }
}

function Fallen({ onRetry }: { onRetry: () => void }) {
  const t = useT();
  return (
    <div className={classes.centered} role="alert">
      <Stack gap="sm" className={classes.notice}>
        <Title order={1} className={classes.noticeTitle}>
          {t('app.fallen.title')}
        </Title>
        <Text>{t('app.fallen.safe')}</Text>
        <Group gap="xs">
          <Button onClick={onRetry}>{t('app.fallen.retry')}</Button>
          <Button
            variant="default"
            onClick={() => {
              go(routes.today);
              onRetry();
            }}
          >
            {t('app.fallen.today')}
          </Button>
          <SaveReport />
        </Group>
      </Stack>
    </div>
  );
}
