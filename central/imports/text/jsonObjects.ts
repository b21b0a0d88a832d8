import { bounds } from '../table/bounds.ts';
import { FileRefused } from '../table/fileRefusal.ts';

/**
 * The text of each object of a JSON array, or of objects standing behind each other, without ever
 * holding more than one. Whether an object is JSON is asked when it is parsed.
 */
export async function* jsonObjects(
  text: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  let object = '';
  let depth = 0;
  let count = 0;
  let isQuoted = false;
  let isEscaped = false;
  let form: 'unknown' | 'array' | 'lines' | 'over' = 'unknown';
  const refuse = (why: string): never => {
    throw new FileRefused({ code: 'brokenJson', row: count + 1, why });
  };

  function between(letter: string): void {
    if (/\s/.test(letter) || letter === '\uFEFF') return;
    if (form === 'unknown' && letter === '[') form = 'array';
    else if (form === 'array' && letter === ']') form = 'over';
    else if (form !== 'array' || letter !== ',' || count === 0)
      refuse(`“${letter}” stands between objects`);
  }

  const isOpen = () => form === 'array';

  function open(): void {
    if (form === 'over') refuse('more stands behind the end');
    if (form === 'unknown') form = 'lines';
    depth += 1;
  }

  for await (const piece of text) {
    let from = depth > 0 ? 0 : -1;
    for (let at = 0; at < piece.length; at += 1) {
      const letter = piece[at] ?? '';
      if (isEscaped) isEscaped = false;
      else if (isQuoted) {
        if (letter === '\\') isEscaped = true;
        else if (letter === '"') isQuoted = false;
      } else if (depth > 0 && letter === '"') isQuoted = true;
      else if (letter === '{' || (depth > 0 && letter === '[')) {
        if (depth === 0) from = at;
        open();
      } else if (depth > 0 && (letter === '}' || letter === ']')) {
        depth -= 1;
        if (depth > 0) continue;
        yield object + piece.slice(from, at + 1);
        count += 1;
        object = '';
        from = -1;
      } else if (depth === 0) between(letter);
    }
    if (depth > 0) object += piece.slice(from);
    if (object.length > bounds.row)
      throw new FileRefused({ code: 'cellTooLong', row: count + 1, most: bounds.cell });
  }
  if (depth > 0 || isOpen()) refuse('it is cut off');
}
