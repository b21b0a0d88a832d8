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
            <th key={name} scope="col" data-look={look} className={short(name)}>
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
              <td key={column} data-look={props.columns[column]?.look} className={short(cell)}>
                <bdi>
                  <Cell text={cell} look={props.columns[column]?.look ?? 'text'} />
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

/** A word of a few signs stays one: Chinese may be broken at any of them, and its column would shrink to one. */
function short(text: string): string | undefined {
  return text.split('\n').every((line) => line.length <= 6) ? 'short' : undefined;
}

function Cell(props: { readonly text: string; readonly look: Look }): ReactNode {
  if (props.look === 'hash') return props.text;
  return props.look === 'code' ? <Codes text={props.text} /> : <Breakable text={props.text} />;
}

/** Numbers by which something is found: one that has room is never broken at a hyphen of its own. */
function Codes(props: { readonly text: string }): ReactNode {
  return props.text.split(/([ \n]+)/).map((part, at) => (
    // What is printed never changes places.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>{at % 2 === 1 ? part : <Code word={part} />}</Fragment>
  ));
}

function Code(props: { readonly word: string }): ReactNode {
  const { word } = props;
  return word.length >= longest ? broken(word) : <span className="whole">{word}</span>;
}

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
