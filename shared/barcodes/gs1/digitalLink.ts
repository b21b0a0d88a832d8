import { refuse } from '../../result.ts';
import { type Elements, type Pair, readPairs } from './elementString.ts';
import { findEntry } from './findEntry.ts';
import { padded } from './padded.ts';

/**
 * Reads an uncompressed GS1 Digital Link URI (GS1 Digital Link Standard: URI Syntax, 1.3). It is
 * only ever read as text, never opened. Refuses `notDigitalLink` for any other web address and all
 * that element strings refuse.
 */
export function readDigitalLink(text: string, offset: number, referenceYear: number): Elements {
  const address = /^https?:\/\/[^/?#]+([^?#]*)(?:\?([^#]*))?(?:#.*)?$/i.exec(text);
  if (address === null) return refuse({ code: 'notDigitalLink' });
  const path = pathPairs((address[1] ?? '').split('/').slice(1), offset);
  const query = queryPairs(address[2] ?? '', offset);
  if (path === undefined || query === undefined) return refuse({ code: 'notDigitalLink' });
  if (query.some((pair) => belongsInPath(pair, path))) return refuse({ code: 'notDigitalLink' });
  return readPairs([...path, ...query], referenceYear);
}

/**
 * The path ends in a key and its qualifiers: `…/01/09521101530001/10/AB-123`. Whatever stands
 * before belongs to the web site.
 */
function pathPairs(segments: readonly string[], offset: number): readonly Pair[] | undefined {
  const words = segments.at(-1) === '' ? segments.slice(0, -1) : segments;
  const pairs: Pair[] = [];
  for (let i = words.length - 2; i >= 0; i -= 2) {
    const ai = words[i] ?? '';
    const value = decoded(words[i + 1] ?? '');
    if (value === undefined) return undefined;
    pairs.unshift({ ai, value: ai === '01' ? padded(value) : value, position: offset });
    const ways = findEntry(ai)?.qualifiers;
    if (ways === undefined) return undefined;
    if (ways !== null) return ways.some((way) => inOrder(pairs.slice(1), way)) ? pairs : undefined;
  }
  return undefined;
}

function inOrder(qualifiers: readonly Pair[], way: readonly string[]): boolean {
  const places = qualifiers.map(({ ai }) => way.indexOf(ai));
  return places.every((place, i) => place >= 0 && place > (places[i - 1] ?? -1));
}

/**
 * Twice, or a qualifier of the key that is no attribute beside it: `/01/…?10=AB` says nothing about
 * this article, `/01/…/235/…?10=AB` does.
 */
function belongsInPath({ ai }: Pair, path: readonly Pair[]): boolean {
  const [key, ...qualifiers] = path;
  if (path.some((pair) => pair.ai === ai)) return true;
  const ways = findEntry(key?.ai ?? '')?.qualifiers ?? [];
  return ways.some((way) => way.includes(ai) && inOrder(qualifiers, way));
}

/** Attributes such as `?17=271231`. Names that are not numbers are the web site's business. */
function queryPairs(query: string, offset: number): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  for (const term of query.split(/[&;]/)) {
    const equals = term.indexOf('=');
    const ai = term.slice(0, Math.max(equals, 0));
    if (!/^\d+$/.test(ai)) continue;
    const value = decoded(term.slice(equals + 1));
    if (value === undefined || findEntry(ai)?.attribute === false) return undefined;
    pairs.push({ ai, value, position: offset });
  }
  return pairs;
}

/** Only ASCII can be meant: GS1 values have no other characters. */
function decoded(text: string): string | undefined {
  if (!/^([^%]|%[0-7][0-9A-Fa-f])*$/.test(text)) return undefined;
  return text.replaceAll(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
