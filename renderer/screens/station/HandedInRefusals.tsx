import type { ReactNode } from 'react';
import type { HandedInStation } from '../../../shared/desktop/rescueApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import { useAcceptedSince, useNames } from '../../queries/station/refusals.ts';
import { isWordingId } from '../../wording/catalogues.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { AcceptButton, type RefusedRecord, WhoAccepts } from './AcceptButton.tsx';
import styles from './Station.module.css';

const css = classesOf(styles);

/** What central answered no to of the work that was brought from another station. */
export function HandedInRefusals(props: {
  readonly stations: readonly HandedInStation[];
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const all = props.stations.flatMap(({ refusals }) => refusals);
  const accepted = useAcceptedSince(all.map(({ id }) => id));
  const nameOf = useNames();
  return props.stations
    .map((station) => ({
      ...station,
      refusals: station.refusals.filter(({ id }) => !accepted.has(id)),
    }))
    .filter(({ refusals }) => refusals.length > 0)
    .map(({ stationId, stationName, refusals }) => (
      <section key={stationId}>
        <SectionHead title={t('rescue.refusals', { station: stationName })} />
        <ul className={css('refusals')}>
          {refusals.map((refused) => {
            const { id, kind, refusal } = refused;
            const [record] = recordIn(refused, nameOf);
            const word = `fact.${kind}`;
            const words =
              refusal === null
                ? { what: t('refused.quarantined'), toDo: t('refused.quarantined.do') }
                : sayRefusal(wording, refusal);
            return (
              <li key={id} className={css('refusal')}>
                <StateMark shape="refused" tone="red" word={isWordingId(word) ? t(word) : kind} />
                <div className={css('why')}>
                  <p className={css('what')}>{words.what}</p>
                  <p>{words.toDo}</p>
                  {record && <WhoAccepts record={record} />}
                </div>
                {record && (
                  <div className={css('actions')}>
                    <AcceptButton
                      record={record}
                      among={refusals.flatMap((one) => recordIn(one, nameOf))}
                    />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    ));
}

function recordIn(
  { sealed, refusal }: HandedInStation['refusals'][number],
  nameOf: (id: string) => string,
): RefusedRecord[] {
  return sealed && refusal
    ? [{ ...sealed, refusal, rma: null, recordedBy: nameOf(sealed.fact.personId) }]
    : [];
}
