import { useT } from '#renderer/lib/i18n.tsx';
import type { Stage } from '#shared/features/documents/stages.ts';
import classes from './approvals.module.css';

/** "Đang trình duyệt": where a draft stands, in one word. */
export function StageWord({ stage }: { stage: Stage }) {
  const t = useT();
  return (
    <span className={classes.stage} data-stage={stage}>
      {t(`approvals.stage.${stage}`)}
    </span>
  );
}
