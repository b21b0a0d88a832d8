/** How a decision cites documents; facts are cited by their own id. */
import type { PolicyInput, QuestionId } from '../decision.ts';
import type { Portion } from './portions.ts';

export function citeCase({ returnCase }: PolicyInput): string {
  return `case:${returnCase.id}`;
}

/** Nothing, while there is no contract to cite. */
export function citeContract({ contract }: PolicyInput): readonly string[] {
  return contract ? [`contract:${contract.id}@${contract.version}`] : [];
}

export function citeCalendar({ calendar }: PolicyInput): string {
  return `calendar:${calendar.siteId}@${calendar.version}`;
}

/** The calendar the client's own periods were counted on. */
export function citePeriodCalendar({ calendar, periodCalendar }: PolicyInput): string {
  const { siteId, version } = periodCalendar ?? calendar;
  return `calendar:${siteId}@${version}`;
}

export function citePolicy({ policy }: PolicyInput): string {
  return `policy:${policy.id}@${policy.version}`;
}

export function citeClient({ client }: PolicyInput): readonly string[] {
  return client ? [`client:${client.id}`] : [];
}

export function citeOrderLine({ orderLine }: Portion): readonly string[] {
  return orderLine ? [`orderLine:${orderLine.id}`] : [];
}

export function citeLine({ line }: Portion): readonly string[] {
  return line ? [`line:${line.id}`] : [];
}

export function citeAnswer(question: QuestionId): string {
  return `answer:${question}`;
}

export function citeFacts(facts: readonly { readonly id: string }[]): readonly string[] {
  return facts.map((fact) => fact.id);
}
