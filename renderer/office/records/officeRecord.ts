import type { z } from 'zod';
import type { RecordAnswer } from '../../../shared/office/officeApi.ts';

/** A record as central answers it. */
export type OfficeRecordRead = z.output<typeof RecordAnswer>;
