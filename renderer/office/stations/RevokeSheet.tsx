import type { ReactNode } from 'react';
import { adminStationsApi } from '../../../shared/sync/adminStationsApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { ReasonSheet } from '../asking/ReasonSheet.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './Stations.module.css';
import type { StationRow } from './stationRow.ts';

const css = classesOf(styles);
const { path, response } = adminStationsApi.revokeStation;

/** Ends a station; what then happens to it and to what it has not sent is said first. */
export function RevokeSheet(props: {
  readonly station: Pick<StationRow, 'id' | 'name' | 'unsent'>;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { id, name, unsent } = props.station;
  return (
    <ReasonSheet
      title={t('stations.revoke.title', { name })}
      verb={t('stations.revoke')}
      look="danger"
      path={path.replace(':id', encodeURIComponent(id))}
      response={response}
      onClose={props.onClose}
      onDone={props.onRevoked}
    >
      <ul className={css('then')}>
        <li>{t('stations.revoke.now')}</li>
        <li>{t('stations.revoke.unsent', { count: unsent ?? 0 })}</li>
        <li>{t('stations.revoke.wipe')}</li>
        <li>{t('stations.revoke.forGood')}</li>
      </ul>
    </ReasonSheet>
  );
}
