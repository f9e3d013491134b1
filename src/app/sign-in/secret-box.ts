import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Bytes of the key: AES-256. */
export const secretKeyBytes = 32;

/** Seals what must be readable again and must not be readable in a copy of the database. */
export interface SecretBox {
  /** Names the key it seals with, without telling it. */
  readonly keyId: string;
  /** Names of the keys it only opens with. */
  readonly formerKeyIds: readonly string[];
  /** `place` (whose secret, of what kind) is bound in: a sealed text copied to another row does not open there. */
  readonly seal: (plain: string, place: string) => string;
  /**
   * null: sealed with an unknown key, or changed. `isCurrent: false`: sealed with a former key, or stored as it was before
   * there was a key; to be sealed when next used.
   */
  readonly open: (
    stored: string,
    place: string,
  ) => { readonly plain: string; readonly isCurrent: boolean } | null;
}

const form = 'v1';
const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

const keyIdOf = (key: Uint8Array): string => {
  if (key.length !== secretKeyBytes) throw new Error('secretBox requires keys of 32 bytes');
  return createHash('sha256').update('rashin key id').update(key).digest('hex').slice(0, 8);
};

/**
 * AES-256-GCM with a random nonce. Stored as v1.{keyId}.{base64url of nonce, ciphertext, tag}.
 * @param key 32 random bytes.
 * @param former such keys as were used before: what they sealed can be opened still.
 */
export const secretBox = (key: Uint8Array, former: readonly Uint8Array[] = []): SecretBox => {
  const keyId = keyIdOf(key);
  const keys = new Map(former.map((each) => [keyIdOf(each), each]));
  keys.delete(keyId);
  const formerKeyIds = [...keys.keys()];
  keys.set(keyId, key);
  const head = `${form}.${keyId}.`;
  return {
    keyId,
    formerKeyIds,
    seal: (plain, place) => {
      const nonce = randomBytes(nonceBytes);
      const machine = createCipheriv(cipher, key, nonce);
      machine.setAAD(Buffer.from(place, 'utf8'));
      const sealed = [nonce, machine.update(plain, 'utf8'), machine.final(), machine.getAuthTag()];
      return head + Buffer.concat(sealed).toString('base64url');
    },
    open: (stored, place) => {
      if (!stored.startsWith(`${form}.`)) return { plain: stored, isCurrent: false };
      const id = stored.split('.', 2)[1] ?? '';
      const known = keys.get(id);
      if (known === undefined) return null;
      const bytes = Buffer.from(stored.slice(`${form}.${id}.`.length), 'base64url');
      if (bytes.length < nonceBytes + tagBytes) return null;
      const machine = createDecipheriv(cipher, known, bytes.subarray(0, nonceBytes));
      machine.setAAD(Buffer.from(place, 'utf8'));
      machine.setAuthTag(bytes.subarray(-tagBytes));
      try {
        const plain = machine.update(bytes.subarray(nonceBytes, -tagBytes));
        return { plain: Buffer.concat([plain, machine.final()]).toString('utf8'), isCurrent: id === keyId };
      } catch {
        return null;
      }
    },
  };
};
