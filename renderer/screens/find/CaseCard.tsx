import { type ReactNode, useEffect, useRef } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { SevenDayBar } from '../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { useFoundCase } from '../../queries/find/useFoundCase.ts';
import { useCase } from '../../queries/oneCase/oneCase.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { RefusedBefore } from '../refused/RefusedBefore.tsx';
import styles from './FoundLine.module.css';
import { sayHappened, sayWhere, type Telling } from './sayFound.ts';

const css = classesOf(styles);

/** What is to be said of a case, to be read only: it is over, or somebody else's work. */
export function CaseCard(props: {
  readonly caseId: string;
  readonly telling: Telling;
  /** As central told it, while the case itself is not here. */
  readonly said: string | null;
  /** Central is being asked for it, or could not be. */
  readonly coming: 'asking' | 'unreachable' | null;
  readonly onBack: () => void;
}): ReactNode {
  const wording = useWording();
  const { t, formatList } = wording;
  const found = useFoundCase(props.caseId);
  const card = useRef<HTMLDivElement>(null);
  // What had the focus has gone; not a button, which a scanner's Enter would press.
  useEffect(() => card.current?.focus(), []);
  return (
    <div ref={card} className={css('card')} tabIndex={-1}>
      {found ? (
        <>
          <p className={css('said')} role="status">
            {sayHappened(wording, found, props.telling)}
          </p>
          <SevenDayBar standing={found.row.standing} uncounted={found.row.uncounted} size="large" />
          <Particulars
            items={[
              {
                name: 'RMA',
                value: found.row.rma ? (
                  <Identifier value={found.row.rma} isPlain />
                ) : (
                  t('find.noRma')
                ),
              },
              { name: t('find.card.client'), value: found.row.clientName || t('blind.opened') },
              { name: t('find.card.state'), value: t(`state.${found.row.state}`) },
              { name: t('find.card.where'), value: sayWhere(wording, found) },
              {
                name: t('find.card.articles'),
                value: formatList(found.row.articles) || '–',
                isWide: true,
              },
            ]}
          />
          {props.telling.tellsSums && <Refused caseId={props.caseId} />}
          <p className={css('aside')}>{t('find.card.readOnly')}</p>
        </>
      ) : (
        <>
          {props.said !== null && (
            <p className={css('said')} role="status">
              {props.said}
            </p>
          )}
          {props.coming === null && found === null && (
            <EmptyState icon="search" title={t('find.card.gone')} />
          )}
          {props.coming !== null && (
            <p className={css('aside')}>
              {t(props.coming === 'asking' ? 'loading.title' : 'find.central.gone')}
            </p>
          )}
        </>
      )}
      <div>
        <Button icon="back" onPress={props.onBack}>
          {t('find.card.back')}
        </Button>
      </div>
    </div>
  );
}

/** Whoever decides money is told here as well that what they signed was not taken. */
function Refused({ caseId }: { readonly caseId: string }): ReactNode {
  const view = useCase(caseId);
  return view ? <RefusedBefore view={view} /> : null;
}
