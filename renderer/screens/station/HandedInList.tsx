import type { ReactNode } from 'react';
import type { HandedInStation, RescueStatus } from '../../../shared/desktop/rescueApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Station.module.css';

const css = classesOf(styles);

/** How far the work of other stations is that was brought here. Nothing while there is none. */
export function HandedInList(props: { readonly status: RescueStatus }): ReactNode {
  const { t } = useWording();
  const { stations, waitsForCentral } = props.status;
  if (stations.length === 0) return null;
  return (
    <>
      <SectionHead level={3} title={t('rescue.handedIn')} />
      <ul className={css('handedIn')}>
        {stations.map((station) => (
          <li key={station.stationId} className={css('handedInStation')}>
            <Handed station={station} />
          </li>
        ))}
      </ul>
      {waitsForCentral && <p className={css('aside')}>{t('rescue.offline')}</p>}
    </>
  );
}

function Handed(props: { readonly station: HandedInStation }): ReactNode {
  const { t, formatDate } = useWording();
  const { stationName, importedAt, importedBy, commands, photos, missing } = props.station;
  const waiting = commands.waiting + photos.waiting;
  const isDone = waiting === 0 && commands.refused === 0;
  return (
    <>
      <div className={css('about')}>
        <strong>{stationName}</strong>
        <span className={css('when')}>
          {t('rescue.by', { name: importedBy, when: formatDate(importedAt, 'moment') })}
        </span>
      </div>
      <div className={css('about')}>
        <span>{t('rescue.records', commands)}</span>
        {photos.all > 0 && <span>{t('rescue.photos', photos)}</span>}
      </div>
      <div className={css('about')}>
        {isDone && <StateMark shape="done" tone="green" word={t('rescue.done')} />}
        {waiting > 0 && (
          <StateMark shape="waiting" word={t('rescue.waiting', { count: waiting })} />
        )}
        {commands.refused > 0 && (
          <StateMark
            shape="refused"
            tone="red"
            word={t('rescue.refused', { count: commands.refused })}
          />
        )}
      </div>
      {missing !== null && (
        <div className={css('handedInNotice')}>
          <Notice tone="warning" title={t('rescue.missing', { number: missing })}>
            {t('rescue.missing.body', { station: stationName })}
          </Notice>
        </div>
      )}
    </>
  );
}
