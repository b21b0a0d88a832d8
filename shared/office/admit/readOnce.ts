import type { z } from 'zod';
import type { OfficeRecord } from '../officeCommand.ts';

/** A record's body, read once however many commands name the record; throws where there is none. */
export function readOnce<Body extends z.ZodType>(
  schema: Body,
): (record: OfficeRecord | null) => z.infer<Body> {
  const known = new WeakMap<OfficeRecord, z.infer<Body>>();
  return (record) => {
    const before = record && known.get(record);
    if (before) return before;
    const body = schema.parse(record?.body);
    if (record) known.set(record, body);
    return body;
  };
}
