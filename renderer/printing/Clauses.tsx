import type { ReactNode } from 'react';
import type { PrintedBlock, PrintedClause } from '../../shared/desktop/printedDocument.ts';

/** Clauses with the reason why each applies or not. */
export function Clauses(props: {
  readonly title: string;
  readonly clauses: readonly PrintedClause[];
}): ReactNode {
  const isFired = props.clauses.some((clause) => clause.isFired);
  return (
    <table className="clauses" data-fired={isFired || undefined}>
      <thead>
        <tr>
          <th scope="colgroup" colSpan={3}>
            {props.title}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.clauses.map(({ clause, name, why }) => (
          <tr key={clause}>
            <th scope="row" className="id">
              {clause}
            </th>
            <td className="name">{name}</td>
            <td>{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The policy word for word, in its language whatever surrounds it. */
export function PolicyWords(props: {
  readonly clauses: Extract<PrintedBlock, { kind: 'policy' }>['clauses'];
}): ReactNode {
  return props.clauses.map(({ clause, name, language, words }) => (
    <figure key={clause} className="policy">
      <figcaption>
        <span className="id">{clause}</span> {name}
      </figcaption>
      <blockquote lang={language} dir="auto">
        {words.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </blockquote>
    </figure>
  ));
}
