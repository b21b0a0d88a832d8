import { bounds } from '../table/bounds.ts';
import { FileRefused } from '../table/fileRefusal.ts';
import { brokenPart, readXmlPart } from './xmlPart.ts';

/** The texts cells name by number (ECMA-376 part 1, 18.4), without how they are written or spoken. */
export async function readSharedTexts(
  part: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<readonly string[]> {
  const texts: string[] = [];
  let characters = 0;
  const item = textOf('si', (text) => {
    characters += text.length;
    if (texts.length >= bounds.sharedTexts || characters > bounds.sharedCharacters)
      throw new FileRefused({ code: 'tooMuchMemory' });
    texts.push(text);
  });
  await readXmlPart(part, bytes, item);
  return texts;
}

/** Gathers the text of each element of that name (`si`, `is`): plain, or in runs. */
export function textOf(element: string, done: (text: string) => void) {
  let text: string | null = null;
  let isText = false;
  let isSpoken = false;
  return {
    open(name: string): void {
      if (name === element) text = '';
      else if (name === 't') isText = true;
      else if (name === 'rPh') isSpoken = true;
    },
    text(said: string): void {
      if (text !== null && isText && !isSpoken) text = longer(text, said);
    },
    close(name: string): void {
      if (name === 't') isText = false;
      else if (name === 'rPh') isSpoken = false;
      else if (name === element && text !== null) {
        done(unescaped(text));
        text = null;
      }
    },
  };
}

/** `_x000D_`: characters XML cannot hold (22.9.2.19). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

/** However many pieces it comes in. */
export function longer(text: string, more: string): string {
  if (text.length + more.length > bounds.cell)
    brokenPart('a cell', `longer than ${bounds.cell} characters`);
  return text + more;
}
