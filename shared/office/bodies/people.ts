/** Who works for the company, and for whom. */
import { z } from 'zod';
import { Client, Person } from '../../facts/documents.ts';
import { Reference } from '../externalId.ts';
import { Country, Zone } from './words.ts';

const { name, badge, roles } = Person.shape;

/** Withdrawing them is their leaving: their keys end. */
export const PersonBody = z.strictObject({
  name,
  badge,
  roles: roles.max(3),
  sites: z.array(Reference).min(1).max(100),
});
export type PersonBody = z.infer<typeof PersonBody>;

const Line = z.string().trim().min(1).max(200);

export const ClientBody = z.strictObject({
  name: Client.shape.name,
  country: Country,
  timeZone: Zone,
  /** BCP 47: "de", "es-MX". */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language like de or es-MX'),
  /** V-CSM. */
  serviceManager: z.strictObject({ name: Line, email: Line }),
  /** What else it is called by: the debtor's number, the one of another system; found by each. */
  numbers: z.array(Line.max(60)).max(20).optional(),
  address: z.array(Line).max(8).optional(),
  contacts: z
    .array(z.strictObject({ name: Line, email: Line.optional(), phone: Line.optional() }))
    .max(20)
    .optional(),
  /** The same client under another id: what is new of this one is that one's; what is old stays. */
  mergedInto: Reference.optional(),
});
export type ClientBody = z.infer<typeof ClientBody>;
