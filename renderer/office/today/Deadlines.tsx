import type { ReactNode } from 'react';
import { ownSource, writeExternalId } from '../../../shared/office/externalId.ts';
import type { SiteToday } from '../../../shared/sync/adminTodayApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import type { Tone } from '../../components/generic/marks/Tag.tsx';
import { addressOf } from '../places/place.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { Counts, Lines, TodayPart } from './TodayPart.tsx';
import styles from './TodayScreen.module.css';

const css = classesOf(styles);

/** What each site has to decide, and by when; the most urgent by name. */
export function Deadlines(props: { readonly sites: readonly SiteToday[] }): ReactNode {
  const { t } = useOfficeWording();
  const { sites } = props;
  const isCounted = sites.length > 0 && sites.every(({ countedAt }) => countedAt !== null);
  const waiting = sites.filter((site) => site.uncounted > 0 || site.first.length > 0);
  const isWell = isCounted && waiting.length === 0;
  return (
    <TodayPart
      title={t('today.deadlines')}
      well={isWell ? t('today.deadlines.none') : null}
      lead={t(isCounted ? 'today.deadlines.lead' : 'today.deadlines.notCounted')}
    >
      <div>
        {waiting.map((site) => (
          <SiteDue key={site.id} site={site} />
        ))}
      </div>
    </TodayPart>
  );
}

/** Where the return is, which every door knows by our own id too. */
function returnOf(caseId: string): string {
  const ref = writeExternalId({ source: ownSource, id: caseId });
  return addressOf({ at: 'record', kind: 'returns', ref });
}

function SiteDue(props: { readonly site: SiteToday }): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { late, dueToday, next, uncounted, first, name, today } = props.site;
  const some = (count: number, key: 'late' | 'dueToday' | 'uncounted', tone: Tone) =>
    count === 0 ? null : { key, tone, word: t(`today.${key}`, { count }) };
  return (
    <section className={css('site')}>
      <h3 className={css('siteName')}>{name}</h3>
      <Counts
        counts={[
          some(late, 'late', 'late'),
          some(dueToday, 'dueToday', 'red'),
          ...next.map(({ on, cases }, place) => ({
            key: on,
            tone: place === 0 ? ('amber' as const) : ('rest' as const),
            word: t('today.dueOn', { count: cases, when: formatDate(on, 'day') }),
          })),
          some(uncounted, 'uncounted', 'red'),
        ]}
      />
      <Lines
        lines={first.map(({ caseId, rma, client, dueOn }) => ({
          key: caseId,
          what: (
            <>
              <a href={returnOf(caseId)}>{rma ?? caseId}</a>
              {client !== null && ` · ${client}`}
            </>
          ),
          aside:
            dueOn === today
              ? t('today.dueToday.one')
              : t('today.due', { when: formatDate(dueOn, 'day') }),
        }))}
      />
    </section>
  );
}
