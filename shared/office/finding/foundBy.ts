import { readBody } from '../admit/readBody.ts';
import { referencesOf } from '../admit/references.ts';
import type { BodyOf } from '../bodies/bodyOf.ts';
import { ownIdOf, type Reference, type Source } from '../externalId.ts';
import type { OfficeKind } from '../kinds.ts';
import type { OfficeRecord } from '../officeCommand.ts';
import { isUnspaced, plainNumber, plainWords, withoutZeros } from './plainWords.ts';

type Said = {
  /** Hashes of pictures it names: nobody types them, but whoever brings one asks who may see it. */
  readonly pictures?: readonly (string | null | undefined)[];
  /** Whoever types one of these whole means this record and comes to it first. */
  readonly numbers: readonly (string | null | undefined)[];
  readonly words: readonly (string | null | undefined)[];
};
type Saying = { readonly [K in OfficeKind]: (body: BodyOf<K>) => Said };

const idOf = (reference: Reference) => (typeof reference === 'string' ? reference : reference.id);

const saying: Saying = {
  sites: ({ name, city, docks }) => ({ numbers: [name], words: [city, ...docks] }),
  calendars: ({ site, country, region }) => ({
    numbers: [],
    words: [idOf(site), country, region],
  }),
  policies: ({ title, effectiveFrom }) => ({ numbers: [title], words: [effectiveFrom] }),
  people: ({ name, badge, sites }) => ({ numbers: [badge, name], words: sites.map(idOf) }),
  clients: ({ name, numbers = [], serviceManager, address = [], contacts = [] }) => ({
    numbers: [name, ...numbers],
    words: [
      serviceManager.name,
      serviceManager.email,
      ...address,
      ...contacts.flatMap((contact) => [contact.name, contact.email]),
    ],
  }),
  contracts: ({ client, effectiveFrom }) => ({
    numbers: [],
    words: [idOf(client), effectiveFrom],
  }),
  articles: ({ number, name, names = {}, gtins, productGroup, picture }) => ({
    pictures: [picture],
    numbers: [number, ...gtins.map(({ gtin }) => gtin)],
    words: [name, ...Object.values(names), productGroup],
  }),
  catalogue: ({ of, code, names }) => ({ numbers: [code, of], words: Object.values(names) }),
  'order-lines': (body) => ({
    numbers: [
      `${body.orderNumber} ${body.lineNumber}`,
      body.orderNumber,
      body.deliveryNumber,
      body.lot,
      ...body.serials,
    ],
    words: [idOf(body.client), idOf(body.article)],
  }),
  returns: ({ rma, client, site, trackingNumbers, ssccs, application }) => ({
    pictures: application?.evidence.map(({ sha256 }) => sha256) ?? [],
    numbers: [rma, ...trackingNumbers, ...ssccs],
    words: [idOf(client), idOf(site)],
  }),
};

/** Of one record; serials beyond them are looked for at their order line. */
const mostWords = 400;
const mostParts = 24;

/** All a record is found by, each as `wordFor`, `numberFor` or `useOf` writes it. */
export function foundBy(
  record: Pick<OfficeRecord, 'kind' | 'ownId' | 'externalId' | 'body'>,
): readonly string[] {
  const { kind, ownId, externalId } = record;
  const read = readBody(kind, record.body);
  const said = read.ok ? ofBody(kind, read.value, externalId.source) : [];
  return [
    ...new Set([
      numberFor(kind, plainNumber(ownId)),
      ...ofNumber(kind, externalId.id),
      ...ofWords(kind, externalId.source),
      ...said,
    ]),
  ].slice(0, mostWords);
}

function ofBody<K extends OfficeKind>(kind: K, body: BodyOf<K>, source: Source): string[] {
  const { numbers, words, pictures = [] } = saying[kind](body);
  return [
    ...pictures.flatMap((sha256) => (sha256 ? [pictureOf(kind, sha256)] : [])),
    ...referencesOf(kind, body, source).map(({ kind: of, externalId }) =>
      useOf(kind, of, ownIdOf(of, externalId)),
    ),
    ...words.flatMap((word) => (word ? ofWords(kind, word) : [])),
    ...numbers.slice(0, mostWords).flatMap((number) => (number ? ofNumber(kind, number) : [])),
  ];
}

function ofNumber(kind: OfficeKind, text: string): string[] {
  const whole = plainNumber(text);
  if (whole === '') return [];
  const short = withoutZeros(whole);
  return [
    numberFor(kind, whole),
    ...(short === null ? [] : [numberFor(kind, short)]),
    ...(/\d/.test(whole) ? [wordFor(kind, whole)] : []),
    ...ofWords(kind, text),
  ];
}

function ofWords(kind: OfficeKind, text: string): string[] {
  return plainWords(text).flatMap((word) => partsOf(word).map((part) => wordFor(kind, part)));
}

/** The word, its digits as one says them, and what may be typed of a word without blanks. */
function partsOf(word: string): string[] {
  const short = withoutZeros(word);
  if (short !== null) return [word, short];
  if (!isUnspaced(word)) return [word];
  const letters = Array.from(word).slice(0, mostParts);
  return letters.map((_letter, at) => letters.slice(at).join(''));
}

const signs: Readonly<Record<OfficeKind, string>> = {
  sites: 's',
  calendars: 'k',
  policies: 'p',
  people: 'h',
  clients: 'c',
  contracts: 'v',
  articles: 'a',
  catalogue: 'd',
  'order-lines': 'o',
  returns: 'r',
};

/** Looked for by its beginning. The kind stands in it: nobody reads through a million order lines for a site. */
export function wordFor(kind: OfficeKind, word: string): string {
  return `${signs[kind]}:${word}`;
}

/** Looked for whole. */
export function numberFor(kind: OfficeKind, number: string): string {
  return `${signs[kind]}=${number}`;
}

/** In every record of the kind that names this picture. */
export function pictureOf(kind: OfficeKind, sha256: string): string {
  return `${signs[kind]}*${sha256}`;
}

/** In every record of `by` that names this one. */
export function useOf(by: OfficeKind, kind: OfficeKind, ownId: string): string {
  return `${signs[by]}>${signs[kind]}${ownId}`;
}
