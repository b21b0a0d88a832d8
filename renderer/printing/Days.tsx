import type { ReactNode } from 'react';
import type { PrintedBlock } from '../../shared/desktop/printedDocument.ts';
import { Table } from './Table.tsx';

/** The seven-day bar on paper: a segment per counted day, a gap per skipped one, then every day in words. */
export function Days(props: { readonly days: Extract<PrintedBlock, { kind: 'days' }> }): ReactNode {
  const { standing, date, days, heads, notes } = props.days;
  return (
    <div className="days">
      <p className="left">
        <strong>{standing}</strong> · {date}
      </p>
      <div className="bar" aria-hidden>
        {days
          .filter(({ kind }) => kind !== 'receipt')
          .map((day) => (
            <div key={day.date} className="day" data-kind={day.kind} data-fill={day.fill}>
              <span className="cell" />
              <span className="number">{day.number}</span>
              <span>{day.weekday}</span>
            </div>
          ))}
      </div>
      <Table
        caption=""
        columns={[
          { name: heads.day, look: 'number' },
          { name: heads.date, look: 'text' },
          { name: heads.why, look: 'text' },
        ]}
        rows={days.map((day) => [day.number || '–', day.date, day.why])}
      />
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </div>
  );
}
