import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { readBase32, totpCode, totpStep } from '../../../shared/node/totp.ts';
import { signInPaths } from '../../../shared/sync/signInApi.ts';
import type { CentralInMemory } from '../../builders/central/centralInMemory.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The first administrator comes in by their link, without the page they would do it on; brings pages in. */
export async function signInFirst(
  central: Pick<CentralInMemory, 'url' | 'newSignInLink'>,
): Promise<(page: Page) => Promise<void>> {
  const secret = [...randomBytes(32)].map((byte) => letters[byte % 32]).join('');
  const key = readBase32(secret) ?? Buffer.alloc(0);
  const answer = await fetch(`${central.url}${signInPaths.setUp}`, {
    method: 'POST',
    headers: { origin: central.url, 'content-type': 'application/json' },
    body: JSON.stringify({
      link: central.newSignInLink,
      administrator: { id: 'ada.lind', name: 'Ada Lind' },
      passphrase: 'seven working days of harbour fog',
      secret,
      code: totpCode(key, totpStep(Date.now())),
    }),
  });
  const [name = '', value = ''] = (answer.headers.get('set-cookie') ?? '').split(/[=;]/);
  return (page) => page.context().addCookies([{ name, value, url: central.url }]);
}
