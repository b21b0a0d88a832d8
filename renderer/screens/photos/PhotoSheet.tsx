import { type ReactNode, useEffect, useId, useReducer, useRef } from 'react';
import { annotationsOf } from '../../../shared/cases/reading/annotations.ts';
import type { Shape } from '../../../shared/facts/annotationFacts.ts';
import type { PhotoTakenFact } from '../../../shared/facts/fact.ts';
import type { FactId } from '../../../shared/ids.ts';
import { annotatePhoto } from '../../actions/attachPhoto.ts';
import { Button, IconButton } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { usePhotoUrl } from '../../queries/oneCase/photoUrl.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { recordedFirst, underWay } from '../../recording/underWay.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { begunWith, edited, recordable } from './editing.ts';
import { JoinedFindings } from './JoinedFindings.tsx';
import { MarkList } from './MarkList.tsx';
import styles from './PhotoSheet.module.css';
import { Stage } from './Stage.tsx';

type Props = {
  readonly view: CaseView;
  readonly photo: PhotoTakenFact;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
  readonly onClose: () => void;
};

/**
 * One photo: what is marked on it, and the findings it shows. What is drawn is recorded when the sheet
 * goes, however it goes; the picture itself stays as it was taken.
 */
export function PhotoSheet({ view, photo, ...props }: Props): ReactNode {
  const { t } = useWording();
  const url = usePhotoUrl(photo.sha256);
  const begun = useRef(annotationsOf(view.file).get(photo.photoId));
  const [editing, edit] = useReducer(edited, begunWith(begun.current?.shapes ?? []));
  const shapes = useRef<readonly Shape[]>(editing.shapes);
  shapes.current = editing.shapes;
  const keysId = useId();
  const stage = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  useRecorded(shapes, begun.current ?? { shapes: [], layers: [] }, photo, props.onRefusal);
  const chosen = editing.chosen === null ? undefined : editing.shapes[editing.chosen];
  const shot = t(`shot.${photo.shot}`);
  // The field is there once the text is.
  const write = () => setTimeout(() => words.current?.querySelector('input')?.focus());
  return (
    <Sheet
      title={t('photos.title', { shot })}
      isOpen
      onClose={props.onClose}
      width="full"
      actions={
        <>
          <p className={styles['keys']} id={keysId}>
            {t('photos.keys')}
          </p>
          <Button look="primary" icon="check" onPress={props.onClose}>
            {t('action.close')}
          </Button>
        </>
      }
    >
      <div className={styles['photo']}>
        <div className={styles['drawing']}>
          <div className={styles['tools']}>
            <SegmentedChoice
              label={t('photos.tool')}
              isLabelHidden
              chosen={editing.tool}
              onChoose={(tool) => edit({ kind: 'tool', tool })}
              segments={[
                { key: 'arrow', word: t('photos.arrow'), keys: ['A'] },
                { key: 'box', word: t('photos.box'), keys: ['B'] },
                { key: 'circle', word: t('photos.circle'), keys: ['C'] },
                { key: 'text', word: t('photos.text'), keys: ['T'] },
              ]}
            />
            <span className={styles['changes']}>
              <IconButton
                icon="undo"
                label={t('photos.undo')}
                isDisabled={editing.past.length === 0}
                onPress={() => edit({ kind: 'undo' })}
              />
              <IconButton
                icon="cross"
                label={t('photos.remove')}
                isDisabled={!chosen}
                onPress={() => edit({ kind: 'remove' })}
              />
            </span>
          </div>
          <Stage
            ref={stage}
            url={url}
            name={t('photos.stage', { shot })}
            keysId={keysId}
            size={photo}
            editing={editing}
            edit={edit}
            onWrite={write}
          />
        </div>
        <div className={styles['beside']}>
          {chosen?.kind === 'text' && (
            <div ref={words}>
              <TextField
                label={t('photos.words')}
                value={chosen.text}
                onChange={(text) => edit({ kind: 'write', text })}
                onSubmit={() => stage.current?.focus()}
                most={80}
              />
            </div>
          )}
          <MarkList
            editing={editing}
            onChoose={(place) => {
              edit({ kind: 'choose', place });
              stage.current?.focus();
            }}
          />
          <JoinedFindings view={view} photo={photo} onRefusal={props.onRefusal} />
        </div>
      </div>
    </Sheet>
  );
}

/**
 * Records what is drawn at one go, when whoever drew it goes on or leaves the station; nothing where
 * nothing changed.
 */
function useRecorded(
  drawn: { readonly current: readonly Shape[] },
  begun: { readonly shapes: readonly Shape[]; readonly layers: readonly FactId[] },
  photo: PhotoTakenFact,
  onRefusal: Props['onRefusal'],
): void {
  const context = useActionContext();
  const now = useRef({ context, photo, onRefusal });
  now.current = { context, photo, onRefusal };
  /** As it was recorded last: what is drawn further is drawn over that. */
  const last = useRef(begun);
  const { db } = context;
  useEffect(() => {
    let turn: Promise<void> = Promise.resolve();
    const isBegun = () =>
      JSON.stringify(recordable(drawn.current)) !== JSON.stringify(last.current.shapes);
    async function recordNow(): Promise<void> {
      const { context: at, photo: of, onRefusal: tell } = now.current;
      if (of.caseId === null || !isBegun()) return;
      const { caseId, photoId } = of;
      const shapes = recordable(drawn.current);
      const over = last.current.layers;
      const result = await annotatePhoto(at, { caseId, photoId, shapes, over });
      if (result.ok) last.current = { shapes, layers: [result.value.id] };
      tell(result.ok ? null : result.refusal);
    }
    const record = () => {
      turn = turn.then(recordNow, recordNow);
      return turn;
    };
    const forget = recordedFirst(db, { isBegun, record });
    return () => {
      forget();
      void underWay(db, record());
    };
  }, [drawn, db]);
}
