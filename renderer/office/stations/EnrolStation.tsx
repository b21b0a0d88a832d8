import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { adminStationsApi } from '../../../shared/sync/adminStationsApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { addressOf, goTo } from '../places/place.ts';
import recordStyles from '../records/OneRecord.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { RevokeSheet } from './RevokeSheet.tsx';
import styles from './Stations.module.css';
import { inFours, type StationRow } from './stationRow.ts';

const css = classesOf({ ...recordStyles, ...styles });
type Site = { readonly id: string; readonly name: string };

type Code = {
  readonly code: string;
  readonly siteId: string;
  /** By this page's own clock, which need not be central's. */
  readonly endsAt: number;
  readonly seconds: number;
  /** Who was there before: whoever comes now came with it. */
  readonly before: ReadonlySet<string>;
};

/** A code for a new station, and, once it came with it, the fingerprint to compare. */
export function EnrolStation(props: {
  readonly sites: readonly Site[];
  readonly stations: readonly StationRow[];
  readonly mayEnrol: boolean;
  readonly onLook: () => void;
  readonly onRevoked: () => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { sites, stations } = props;
  const [siteId, choose] = useState(sites.length === 1 ? (sites[0]?.id ?? null) : null);
  const [code, setCode] = useState<Code | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);
  const [revoking, revoke] = useState<StationRow | null>(null);
  const came = stations.filter(
    (one) => code?.siteId === one.siteId && !code.before.has(one.id) && one.revokedAt === null,
  );

  async function make(): Promise<void> {
    if (siteId === null) return;
    setTrying(true);
    setTrouble(null);
    const { path, response } = adminStationsApi.enrolmentCode;
    const answer = await ask({ method: 'POST', path, body: { siteId } }, response);
    setTrying(false);
    if (!answer.ok) return setTrouble(answer.refusal);
    const { goodForSeconds: seconds } = answer.value;
    const before = new Set(stations.map(({ id }) => id));
    const endsAt = Date.now() + seconds * 1000;
    return setCode({ code: answer.value.code, siteId, endsAt, seconds, before });
  }

  return (
    <article className={css('record')}>
      <header className={css('head')}>
        <div>
          <p className={css('kind')}>
            <a className={css('back')} href={addressOf({ at: 'stations', which: null })}>
              {t('people.part.stations')}
            </a>
          </p>
          <h2 className={css('title')}>{t('stations.new')}</h2>
        </div>
      </header>
      {!props.mayEnrol && (
        <Notice tone="warning" title={t('office.trouble.notAllowed')}>
          {t('stations.none.scope')}
        </Notice>
      )}
      {sites.length === 0 && (
        <Notice tone="warning" title={t('people.new.noSite')}>
          {t('people.new.noSite.next')}
        </Notice>
      )}
      <ol className={css('steps')}>
        <li className={css('step')}>
          <h3 className={css('stepTitle')}>{t('stations.step.code')}</h3>
          <div className={css('make')}>
            <Select
              label={t('people.site')}
              chosen={siteId}
              onChoose={choose}
              choices={sites.map(({ id, name }) => ({ key: id, word: name }))}
            />
            <Button
              look={code === null ? 'primary' : 'quiet'}
              icon="key"
              isDisabled={siteId === null || !props.mayEnrol}
              isPending={isTrying}
              onPress={() => void make()}
            >
              {t(code === null ? 'stations.code.make' : 'stations.code.another')}
            </Button>
          </div>
          {trouble && <AskedTrouble trouble={trouble} />}
          {code && came.length === 0 && (
            <CodeShown key={code.code} code={code} onLook={props.onLook} />
          )}
        </li>
        <li className={css('step')}>
          <h3 className={css('stepTitle')}>{t('stations.step.compare')}</h3>
          {came.length === 0 && <p className={css('waits')}>{t('stations.compare.waits')}</p>}
          {came.map((station) => (
            <div key={station.id} className={css('came')}>
              <Notice
                tone="success"
                title={t('stations.compare.came', { name: station.name })}
                isNew
              />
              <p className={css('fingerprint')} translate="no">
                {inFours(station.fingerprint)}
              </p>
              <p>{t('stations.compare.lead')}</p>
              <div className={css('acts')}>
                <Button
                  look="primary"
                  icon="check"
                  onPress={() => goTo({ at: 'stations', which: station.id })}
                >
                  {t('stations.compare.same')}
                </Button>
                <Button look="danger" onPress={() => revoke(station)}>
                  {t('stations.compare.other')}
                </Button>
              </div>
            </div>
          ))}
        </li>
      </ol>
      {revoking && (
        <RevokeSheet
          station={revoking}
          onClose={() => revoke(null)}
          onRevoked={() => {
            revoke(null);
            props.onRevoked();
          }}
        />
      )}
    </article>
  );
}

const lookEvery = 3;

/** Large enough to be read across a room; it counts down, and looks who came with it. */
function CodeShown(props: { readonly code: Code; readonly onLook: () => void }): ReactNode {
  const { t } = useOfficeWording();
  const { code, endsAt, seconds } = props.code;
  const [left, setLeft] = useState(seconds);
  const tick = useEffectEvent((turn: number) => {
    setLeft(Math.max(0, Math.round((endsAt - Date.now()) / 1000)));
    if (turn % lookEvery === 0) props.onLook();
  });
  useEffect(() => {
    let turn = 0;
    const timer = setInterval(() => {
      turn += 1;
      tick(turn);
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  if (left === 0)
    return (
      <Notice tone="warning" title={t('stations.code.over')} isNew>
        {t('stations.code.over.next')}
      </Notice>
    );
  const minutes = Math.floor(left / 60);
  const time = `${minutes}:${String(left % 60).padStart(2, '0')}`;
  return (
    <div className={css('shown')}>
      <p className={css('code')} translate="no">
        {code}
      </p>
      <div className={css('left')}>
        <progress className={css('time')} max={seconds} value={left} aria-hidden />
        <p>{t('stations.code.left', { time })}</p>
      </div>
      <p>{t('stations.code.next')}</p>
    </div>
  );
}
