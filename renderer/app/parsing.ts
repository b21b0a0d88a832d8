import { config } from 'zod';

// Before any schema is made: zod would otherwise try out eval, which the content policy reports.
config({ jitless: true });
