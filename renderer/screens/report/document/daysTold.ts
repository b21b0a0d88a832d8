import type { DeadlineStanding, ProofDay } from '../../../../shared/deadlines/deadline.ts';
import type { PrintedDay, PrintedSection } from '../../../../shared/desktop/printedDocument.ts';
import { sayDeadline, sayNotes, saySkipped, sayUncounted } from '../../../wording/sayDeadline.ts';
import type { Telling } from './telling.ts';

/** The seven working days, one by one, with the calendar they were counted by. */
export function daysTold({ view, wording }: Telling): PrintedSection {
  const { t } = wording;
  const title = t('policy.deadline');
  const { standing, uncounted, corrected } = view;
  if (!standing) {
    const said = uncounted && sayUncounted(wording, uncounted);
    const text = said ? `${said.standing}: ${said.date}` : t('deadline.none');
    return { title, blocks: [{ kind: 'text', look: 'plain', text }] };
  }
  const { deadline } = standing;
  const words = sayDeadline(wording, standing);
  return {
    title,
    blocks: [
      {
        kind: 'days',
        standing: words.standing,
        date: words.date,
        days: deadline.days.map((day) => dayOf(wording, day, standing)),
        heads: {
          day: t('deadline.proof.day'),
          date: t('deadline.proof.date'),
          why: t('deadline.proof.why'),
        },
        notes: [
          t('deadline.proof.calendar', {
            version: deadline.calendarVersion,
            zone: deadline.zone,
          }),
          ...sayNotes(wording, standing, corrected),
        ],
      },
    ],
  };
}

function dayOf(wording: Telling['wording'], day: ProofDay, standing: DeadlineStanding): PrintedDay {
  const { formatDate, formatNumber } = wording;
  const until = standing.endedOn ?? standing.today;
  return {
    kind: day.kind,
    number: day.kind === 'counted' ? formatNumber(day.number) : '',
    date: formatDate(day.date, 'dayWithYear'),
    weekday: formatDate(day.date, 'weekday'),
    why: whyOf(wording, day, standing),
    fill: day.date < until ? 'used' : day.date === until ? 'now' : 'ahead',
  };
}

function whyOf({ t }: Telling['wording'], day: ProofDay, { deadline }: DeadlineStanding): string {
  if (day.kind === 'receipt') return t('deadline.proof.receipt');
  if (day.kind === 'skipped') return saySkipped({ t }, day.why);
  if (day.date === deadline.dueOn) return t('deadline.proof.due');
  return t(day.extra ? 'deadline.proof.extra' : 'deadline.proof.counted');
}
