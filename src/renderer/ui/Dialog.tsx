import './library-styles.ts';
import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core';
import { useSaveRests } from '#renderer/lib/shortcuts.tsx';

/** Every dialog is made of these two: Ctrl+S belongs to what lies on top. */
export function Dialog(props: ModalProps) {
  useSaveRests(props.opened);
  return <Modal {...props} />;
}

/** As above, at the side of the page. */
export function SideDialog(props: DrawerProps) {
  useSaveRests(props.opened);
  return <Drawer {...props} />;
}
