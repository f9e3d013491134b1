import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Bytes of the key: AES-256. */
export const secretKeyBytes = 32;

/** Seals what must be readable again and must not be readable in a copy of the database. */
export interface SecretBox {
  /** Names the key without telling it. */
  readonly keyId: string;
  /** `place` (whose secret, of what kind) is bound in: a sealed text copied to another row does not open there. */
  readonly seal: (plain: string, place: string) => string;
  /**
   * null: sealed with another key, or changed. `sealed: false`: stored before there was a key, as it was; to be sealed
   * when next used.
   */
  readonly open: (
    stored: string,
    place: string,
  ) => { readonly plain: string; readonly sealed: boolean } | null;
}

const form = 'v1';
const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a random nonce. Stored as v1.{keyId}.{base64url of nonce, ciphertext, tag}.
 * @param key 32 random bytes.
 */
export const secretBox = (key: Uint8Array): SecretBox => {
  if (key.length !== secretKeyBytes) throw new Error('secretBox requires a key of 32 bytes');
  const keyId = createHash('sha256').update('rashin key id').update(key).digest('hex').slice(0, 8);
  const head = `${form}.${keyId}.`;
  return {
    keyId,
    seal: (plain, place) => {
      const nonce = randomBytes(nonceBytes);
      const machine = createCipheriv(cipher, key, nonce);
      machine.setAAD(Buffer.from(place, 'utf8'));
      const sealed = [nonce, machine.update(plain, 'utf8'), machine.final(), machine.getAuthTag()];
      return head + Buffer.concat(sealed).toString('base64url');
    },
    open: (stored, place) => {
      if (!stored.startsWith(`${form}.`)) return { plain: stored, sealed: false };
      if (!stored.startsWith(head)) return null;
      const bytes = Buffer.from(stored.slice(head.length), 'base64url');
      if (bytes.length < nonceBytes + tagBytes) return null;
      const machine = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes));
      machine.setAAD(Buffer.from(place, 'utf8'));
      machine.setAuthTag(bytes.subarray(-tagBytes));
      try {
        const plain = machine.update(bytes.subarray(nonceBytes, -tagBytes));
        return { plain: Buffer.concat([plain, machine.final()]).toString('utf8'), sealed: true };
      } catch {
        return null;
      }
    },
  };
};
