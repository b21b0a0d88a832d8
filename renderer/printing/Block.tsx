import type { ReactNode } from 'react';
import type { PrintedBlock } from '../../shared/desktop/printedDocument.ts';
import { assertNever } from '../../shared/result.ts';
import { Clauses, PolicyWords } from './Clauses.tsx';
import { Days } from './Days.tsx';
import { Photos } from './Photos.tsx';
import { Table } from './Table.tsx';

/** One piece of a section. */
export function Block(props: { readonly block: PrintedBlock }): ReactNode {
  const { block } = props;
  switch (block.kind) {
    case 'heading':
      return (
        <h3>
          <bdi>{block.text}</bdi>
          {block.aside && <span className="aside">{block.aside}</span>}
        </h3>
      );
    case 'text':
      return block.look === 'words' ? (
        <blockquote className="words" dir="auto">
          {block.text}
        </blockquote>
      ) : (
        <p className={block.look}>{block.text}</p>
      );
    case 'particulars':
      return (
        <dl className="particulars">
          {block.items.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <Table caption={block.caption} columns={block.columns} rows={block.rows} />;
    case 'photos':
      return <Photos photos={block.photos} />;
    case 'days':
      return <Days days={block} />;
    case 'clauses':
      return <Clauses title={block.title} clauses={block.clauses} />;
    case 'policy':
      return <PolicyWords clauses={block.clauses} />;
    default:
      return assertNever(block);
  }
}
