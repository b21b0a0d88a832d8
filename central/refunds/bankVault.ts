import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { BankAccount } from '../../shared/office/bodies/bank.ts';

/** What seals bank accounts: whoever reads the table or a back-up of it has no key to it. */
export type BankVault = {
  seal(clientId: string, account: BankAccount): string;
  /** Null: sealed with another key, or for another client. */
  open(clientId: string, sealed: string): BankAccount | null;
};

const cipher = 'aes-256-gcm';
const [keyBytes, ivBytes, tagBytes] = [32, 12, 16];

/** `key` as base64 of 32 bytes. */
export function bankVault(key: string): BankVault {
  const secret = Buffer.from(key.trim(), 'base64');
  if (secret.length !== keyBytes) throw new Error('The bank key is not base64 of 32 bytes');
  return {
    seal(clientId, account) {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, secret, iv).setAAD(Buffer.from(clientId));
      const parts = [iv, sealing.update(JSON.stringify(account)), sealing.final()];
      return Buffer.concat([...parts, sealing.getAuthTag()]).toString('base64');
    },
    open(clientId, sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const opening = createDecipheriv(cipher, secret, bytes.subarray(0, ivBytes));
      opening.setAAD(Buffer.from(clientId)).setAuthTag(bytes.subarray(-tagBytes));
      try {
        const text = Buffer.concat([
          opening.update(bytes.subarray(ivBytes, -tagBytes)),
          opening.final(),
        ]);
        return BankAccount.parse(JSON.parse(text.toString('utf8')));
      } catch {
        return null;
      }
    },
  };
}

export function newBankKey(): string {
  return randomBytes(keyBytes).toString('base64');
}
