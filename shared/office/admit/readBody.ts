import { accept, type Result, refuse } from '../../result.ts';
import { type BodyOf, bodies } from '../bodies/bodyOf.ts';
import type { OfficeKind } from '../kinds.ts';
import { type OfficeError, officeError } from '../officeCommand.ts';

type Read = Result<unknown, readonly OfficeError[]>;

/** What was read lately, and what it was read to: each is asked for three times on its way in. */
const known = new WeakMap<object, { readonly kind: OfficeKind; readonly read: Read }>();

/** A body as its kind is read: every field that is wrong, by its path. */
export function readBody<K extends OfficeKind>(
  kind: K,
  given: unknown,
): Result<BodyOf<K>, readonly OfficeError[]> {
  const lately = isObject(given) ? known.get(given) : undefined;
  const read = lately?.kind === kind ? lately.read : readAnew(kind, given);
  if (isObject(given)) known.set(given, { kind, read });
  if (read.ok && isObject(read.value)) known.set(read.value, { kind, read });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read by the schema of this kind
  return read as Result<BodyOf<K>, readonly OfficeError[]>;
}

function readAnew(kind: OfficeKind, given: unknown): Read {
  const read = bodies[kind].safeParse(given, {
    error: ({ input }) => (input === undefined ? 'this is needed' : undefined),
  });
  if (read.success) return accept(read.data);
  return refuse(
    read.error.issues.map(({ path, message }) =>
      officeError(path.map(String).join('.'), 'unreadable', message),
    ),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
