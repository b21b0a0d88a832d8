import { z } from 'zod';

/** The sheets a station prints on. */
export const Paper = z.enum(['A4', 'Letter']);
export type Paper = z.infer<typeof Paper>;

/** Whom a report is for: `client` names nobody and says nothing that is among ourselves. */
export const ReportVersion = z.enum(['client', 'internal']);
export type ReportVersion = z.infer<typeof ReportVersion>;
