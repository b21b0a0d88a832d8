/** What the engine alone can do: React that answers a key, one plain Dexie read, a bare virtual list. */
import { Dexie, type Table } from 'dexie';
import { type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

type Row = { readonly id: number; readonly label: string };

const rows = Number(new URLSearchParams(window.location.search).get('rows'));
const rowPx = 58;
const drawn = 24;

class Floor extends Dexie {
  declare readonly rows: Table<Row, number>;
  constructor() {
    super('floor', { cache: 'disabled' });
    this.version(1).stores({ rows: 'id, label' });
  }
}

const db = new Floor();

/** A text that begins with "?" is looked up first. */
function Page(): ReactNode {
  const [said, say] = useState('Ready');
  const [note, write] = useState('');
  useEffect(() => {
    let keys = '';
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLTextAreaElement) return;
      if (event.key.length === 1) keys += event.key;
      if (event.key !== 'Enter') return;
      const text = keys;
      keys = '';
      if (text.startsWith('?')) void lookUp(text.slice(1)).then(say);
      else say(text);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <section>
        <div role="status">{said}</div>
      </section>
      <textarea value={note} onChange={(event) => write(event.target.value)} />
      <List />
    </>
  );
}

async function lookUp(label: string): Promise<string> {
  const row = await db.rows.where('label').equals(label).first();
  return row ? `found ${row.label}` : 'nothing';
}

function List(): ReactNode {
  const [from, start] = useState(0);
  const shown = Array.from({ length: Math.min(drawn, rows - from) }, (_, n) => from + n);
  return (
    <main
      style={{ blockSize: 600, overflow: 'auto' }}
      onScroll={({ currentTarget }) => start(Math.floor(currentTarget.scrollTop / rowPx))}
    >
      <ul style={{ blockSize: rows * rowPx, position: 'relative', margin: 0 }}>
        {shown.map((n) => (
          <li
            key={n}
            style={{ position: 'absolute', insetBlockStart: n * rowPx, blockSize: rowPx }}
          >
            <p>Client {n}</p>
            <p>RMA-{n}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}

async function begin(): Promise<void> {
  await db.rows.bulkPut(Array.from({ length: rows }, (_, id) => ({ id, label: `l${id}` })));
  const root = document.createElement('div');
  document.body.append(root);
  createRoot(root).render(<Page />);
}

void begin();
