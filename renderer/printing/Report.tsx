import type { ReactNode } from 'react';
import type { PrintedReport } from '../../shared/desktop/printedDocument.ts';
import { Block } from './Block.tsx';
import { CodeSymbol } from './CodeSymbol.tsx';

/** A report from its head to its last page. */
export function Report(props: { readonly report: PrintedReport }): ReactNode {
  const { head, summary, sections } = props.report;
  return (
    <main className="report">
      <header className="head">
        <div className="whose">
          <p className="site">
            <span>{head.site}</span>
            <span className="what">{head.what}</span>
          </p>
          <h1>{head.name}</h1>
          <p className="number">
            {head.number}
            <span className="made">{head.madeAt}</span>
          </p>
        </div>
        {head.code && (
          <figure className="code">
            <CodeSymbol symbol="code128" text={head.code.text} label={head.code.text} />
            <figcaption>{head.code.how}</figcaption>
          </figure>
        )}
      </header>
      <section className="summary">
        <div className="stands">
          <p className="standing">{summary.standing}</p>
          <p className="counts">{summary.state}</p>
        </div>
        <dl className="figures">
          {summary.figures.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Block block={{ kind: 'particulars', items: [...summary.items] }} />
      </section>
      {sections.map((section) => (
        <section key={section.title} className="section">
          <h2>{section.title}</h2>
          {section.blocks.map((block, at) => (
            // What is printed never changes places.
            // oxlint-disable-next-line react/no-array-index-key
            <Block key={at} block={block} />
          ))}
        </section>
      ))}
    </main>
  );
}
