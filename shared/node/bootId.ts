import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Names this boot of the machine; where the system does not say, at least this process. */
export async function bootIdOf(file = '/proc/sys/kernel/random/boot_id'): Promise<string> {
  try {
    const id = (await readFile(file, 'utf8')).trim();
    return /^[0-9a-f-]{36}$/.test(id) ? id : randomUUID();
  } catch {
    return randomUUID();
  }
}
