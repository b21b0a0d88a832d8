import type { Client } from '../../../shared/facts/documents.ts';
import { clientId } from './ids.ts';

export function aClient(overrides: Partial<Client> = {}): Client {
  return {
    id: clientId('client-1'),
    name: 'Harbour Tools Ltd',
    country: 'US',
    timeZone: 'America/New_York',
    language: 'en',
    serviceManager: { name: 'Ines Romero', email: 'ines@example.test' },
    ...overrides,
  };
}
