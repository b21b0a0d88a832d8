import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type OwnCertificate = {
  /** PEM, as TLS servers take them. */
  readonly key: string;
  readonly cert: string;
  /** SHA-256 of its public key in base64, as Chromium's `ignore-certificate-errors-spki-list` names it. */
  readonly spki: string;
};

/** A certificate a server signed itself, for one address or host name; nobody vouches for it. */
export function ownCertificate(subject: { readonly ip: string } | { readonly dns: string }) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    key,
    cert: pemOf(signed(toBeSigned(spki, subject), privateKey)),
    spki: createHash('sha256').update(spki).digest('base64'),
  } satisfies OwnCertificate;
}

const ecdsaWithSha256 = der(0x30, der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
const commonName = der(0x06, Buffer.from('550403', 'hex'));
const subjectAltName = der(0x06, Buffer.from('551d11', 'hex'));

/** TBSCertificate of RFC 5280, with one alternative name. */
function toBeSigned(
  spki: Buffer,
  subject: { readonly ip: string } | { readonly dns: string },
): Buffer {
  const name = 'ip' in subject ? subject.ip : subject.dns;
  const attribute = der(0x30, commonName, der(0x0c, Buffer.from(name)));
  const whose = der(0x30, der(0x31, attribute));
  const day = 24 * 60 * 60_000;
  const valid = der(0x30, utcTime(Date.now() - day), utcTime(Date.now() + 30 * day));
  const alternative =
    'ip' in subject
      ? der(0x87, Buffer.from(subject.ip.split('.').map(Number)))
      : der(0x82, Buffer.from(subject.dns));
  const extension = der(0x30, subjectAltName, der(0x04, der(0x30, alternative)));
  return der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    whose,
    valid,
    whose,
    spki,
    der(0xa3, der(0x30, extension)),
  );
}

function signed(content: Buffer, key: KeyObject): Buffer {
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', content, key)]);
  return der(0x30, content, ecdsaWithSha256, der(0x03, signature));
}

function utcTime(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

/** One element of DER: its tag, its length, what is in it. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function pemOf(certificate: Buffer): string {
  const lines = certificate.toString('base64').replaceAll(/(.{64})/g, '$1\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
