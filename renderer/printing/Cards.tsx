import type { ReactNode } from 'react';
import type { PrintedCards } from '../../shared/desktop/printedDocument.ts';
import { CodeSymbol } from './CodeSymbol.tsx';

/** A word that fits beside itself on one line of a card. */
const longest = 16;

/** Cards to cut out along the dashes; none is broken over two pages. */
export function Cards(props: { readonly sheet: PrintedCards }): ReactNode {
  const { head, cards, size } = props.sheet;
  return (
    <main className="sheet">
      <header className="sheetHead">
        <h1>{head.what}</h1>
        <p className="site">{head.site}</p>
        <p className="how">{head.how}</p>
      </header>
      <div className="cards" data-size={size}>
        {cards.map((card) => (
          <article key={`${card.symbol} ${card.code}`} className="card">
            <h2 data-long={card.word.length > longest || undefined}>{card.word}</h2>
            <p className="under">{card.under}</p>
            <CodeSymbol symbol={card.symbol} text={card.code} label={card.word} />
            <div className="reads">
              {card.reads.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </article>
        ))}
      </div>
    </main>
  );
}
