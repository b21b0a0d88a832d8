/** The properties `npm test` asks of 150 cases each, asked of as many as there is time for. */
import { rounds } from '../../faults/figures.ts';

process.env['PROPERTY_RUNS'] = String(rounds(4_000));
await import('./decide/decisionProperties.test.ts');
