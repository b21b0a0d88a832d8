import { Fragment, type ReactNode } from 'react';

type Look = 'text' | 'number' | 'code' | 'hash';

/** Its head stands again at the top of every page, and no row is broken over two. */
export function Table(props: {
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly look: Look }[];
  readonly rows: readonly (readonly string[])[];
}): ReactNode {
  return (
    <table>
      {props.caption && <caption>{props.caption}</caption>}
      <thead>
        <tr>
          {props.columns.map(({ name, look }) => (
            <th key={name} scope="col" data-look={look}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, at) => (
          // What is printed never changes places.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={at}>
            {row.map((cell, column) => (
              // oxlint-disable-next-line react/no-array-index-key
              <td key={column} data-look={props.columns[column]?.look}>
                <bdi>
                  {props.columns[column]?.look === 'hash' ? cell : <Breakable text={cell} />}
                </bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** So long a word may not make its column wider than the sheet. */
const longest = 20;

/** A text whose endless words may be broken; the others never are. */
function Breakable(props: { readonly text: string }): ReactNode {
  const parts = props.text.split(/(\S{20,})/);
  if (parts.length === 1) return props.text;
  return parts.map((part, at) => (
    // What is printed never changes places.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>{at % 2 === 0 ? part : broken(part)}</Fragment>
  ));
}

function broken(word: string): ReactNode {
  const signs = Array.from(word);
  const count = Math.ceil(signs.length / (longest / 2));
  return Array.from({ length: count }, (_, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {signs.slice((at * longest) / 2, ((at + 1) * longest) / 2).join('')}
    </Fragment>
  ));
}
