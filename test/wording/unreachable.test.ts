import { describe, expect, test } from 'vitest';
import { createWording } from '../../renderer/wording/createWording.ts';
import { sayRefusal } from '../../renderer/wording/sayRefusal.ts';

const wording = createWording({ language: 'en', zone: 'America/New_York' });
const said = (detail: string) => sayRefusal(wording, refusalWith(detail)).what;

function refusalWith(detail: string) {
  return { code: 'centralUnreachable', detail } as const;
}

describe('Central that cannot be joined', () => {
  test.each(['ERR_CERT_AUTHORITY_INVALID', 'ERR_CERT_DATE_INVALID', 'SELF_SIGNED_CERT_IN_CHAIN'])(
    'with %s is one nobody here trusts, not one that does not answer',
    (detail) => {
      expect(said(detail)).toBe('The certificate of this address is not trusted here.');
    },
  );

  test('in whose place a network’s own page answers is said to be that', () => {
    expect(said('answer not understood')).toBe('Something else than central answered.');
  });

  test.each(['timeout', 'ERR_CONNECTION_REFUSED', 'ENOTFOUND'])(
    'with %s does not answer',
    (why) => {
      expect(said(why)).toBe('Central does not answer.');
    },
  );
});
