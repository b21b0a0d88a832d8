import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { SavedMark } from '../../components/generic/marks/SavedMark.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { DeadlinePanel } from '../../components/returns/deadlines/DeadlinePanel.tsx';
import { DeadlineProof } from '../../components/returns/deadlines/DeadlineProof.tsx';
import { SevenDayBar } from '../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { Money } from '../../components/returns/Money.tsx';
import { ScanBand } from '../../components/returns/ScanBand.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Gallery.module.css';
import { standings } from './standings.ts';
import { words } from './words.ts';

const css = classesOf(styles);

export function Marks(): ReactNode {
  const { t } = useWording();
  return (
    <>
      <section className={css('section')}>
        <ScanBand feedback={null} invitation={t('scan.ready')} />
        <ScanBand feedback={{ tone: 'success', word: t('state.received'), item: words.article }} />
        <ScanBand
          feedback={{
            tone: 'warning',
            word: t('refusal.alreadyArrived'),
            item: words.rma,
            detail: words.inspector,
          }}
        />
        <ScanBand
          feedback={{ tone: 'error', word: t('refusal.badRmaCheck'), item: words.rma }}
          onAcknowledge={() => {}}
        />
      </section>
      <section className={css('section')}>
        <SectionHead title="Seven days" />
        <div className={css('columns')}>
          {Object.entries(standings).map(([name, standing]) => (
            <SevenDayBar key={name} standing={standing} />
          ))}
          <SevenDayBar standing={null} />
        </div>
        <DeadlinePanel standing={standings.rest} />
        <SevenDayBar size="large" standing={standings.soon} daySpent={0.7} />
        <SevenDayBar size="large" standing={standings.urgent} />
        <SevenDayBar size="large" standing={standings.late} />
        <SevenDayBar size="large" standing={standings.met} />
        <DeadlineProof standing={standings.soon} />
      </section>
      <section className={css('section')}>
        <SectionHead title="Marks" />
        <div className={css('line')}>
          <SavedMark saved="here" />
          <SavedMark saved="sent" />
          <SavedMark saved="accepted" />
          <SavedMark saved="refused" />
        </div>
        <div className={css('line')}>
          <SavedMark saved="here" look="way" />
          <SavedMark saved="accepted" look="way" />
        </div>
        <div className={css('line')}>
          <StateMark shape="announced" word={t('state.authorised')} />
          <StateMark shape="waiting" word={t('state.received')} />
          <StateMark shape="quarter" tone="active" word={t('state.inspecting')} />
          <StateMark shape="half" tone="active" word={t('state.verdictProposed')} />
          <StateMark shape="threeQuarters" tone="active" word={t('state.approved')} />
          <StateMark shape="done" tone="green" word={t('state.refundStarted')} />
          <StateMark shape="refused" tone="red" word={t('state.declined')} />
          <StateMark shape="held" tone="amber" word={t('state.onHold')} />
          <StateMark shape="asked" tone="amber" word={t('standing.needsPerson')} />
        </div>
        <div className={css('line')}>
          <Tag>{t('claim.defective')}</Tag>
          <Tag tone="accent" icon="flag">
            {t('claim.wrongGoods')}
          </Tag>
          <Tag tone="amber" icon="question">
            {t('standing.needsPerson')}
          </Tag>
          <Tag tone="red" icon="alert">
            {t('severity.critical')}
          </Tag>
          <Tag tone="green" icon="check">
            {t('standing.upheld')}
          </Tag>
          <Tag tone="late" icon="clock">
            {t('deadline.over')}
          </Tag>
        </div>
        <div className={css('line')}>
          <Money minor={1_284_050} currency="USD" size="display" />
          <Money minor={482_000} currency="CNY" size="large" />
          <Money minor={9900} currency="JPY" />
          <Identifier value={words.sscc} size="large" />
          <Identifier value={words.rma} />
          <Identifier value={words.rma} size="display" />
        </div>
      </section>
    </>
  );
}
