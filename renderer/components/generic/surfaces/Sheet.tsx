import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { classesOf } from '../classesOf.ts';
import { IconButton } from '../fields/Button.tsx';
import styles from './Sheet.module.css';

const css = classesOf(styles);

/** Something to settle before going on: in the middle, or along the far edge where the page stays in sight. */
export function Sheet(props: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly place?: 'middle' | 'side';
  readonly width?: 'normal' | 'wide' | 'full';
  readonly children: ReactNode;
  /** Buttons below, the main one last. */
  readonly actions?: ReactNode;
  /** A scan may answer it; otherwise goods scanned while it stands are not recorded. */
  readonly takesScans?: boolean;
  /** The command cards, and their keys, that answer it; the others are refused while it stands. */
  readonly answers?: readonly string[];
  /** Asks for a decision: no closing by a click beside it. */
  readonly isFirm?: boolean;
}): ReactNode {
  const { t } = useWording();
  const place = props.place ?? 'middle';
  return (
    <ModalOverlay
      className={css('overlay', `${place}Overlay`)}
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      isDismissable={!props.isFirm}
    >
      <Modal className={css('sheet', place, props.width)}>
        <Dialog className={css('dialog')} role={props.isFirm ? 'alertdialog' : 'dialog'}>
          <div className={css('head')}>
            <Heading slot="title" className={css('title')}>
              {props.title}
            </Heading>
            {!props.isFirm && (
              <IconButton icon="cross" label={t('action.close')} onPress={props.onClose} />
            )}
          </div>
          <div
            className={css('body')}
            {...(props.takesScans && { 'data-takes-scans': true })}
            {...(props.answers && { 'data-answers': props.answers.join(' ') })}
          >
            {props.children}
          </div>
          {props.actions && <div className={css('actions')}>{props.actions}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
