import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { secretKeyBytes } from './app/sign-in/secret-box.ts';

/** Why there is no key, as a sentence for the person who starts the server. */
export class SecretKeyRefusal extends Error {
  override name = 'SecretKeyRefusal';
}

export interface SecretKeyPlace {
  readonly dataDir: string;
  /** From the configuration, base64; null: the file in the data folder. */
  readonly secretKey: string | null;
}

export const secretKeyFile = (dataDir: string): string => join(dataDir, 'secret.key');

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** Made once; a program that starts at the same moment reads what the other made. */
const make = (file: string): void => {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Written whole beside its place: nobody ever reads half a key, and one on which rows depend is on the disk.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(secretKeyBytes).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
};

const read = (file: string): string | null => {
  try {
    // A copy brought here by hand may be open to others.
    chmodSync(file, 0o600);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
};

const bytesOf = (key: string): Uint8Array => new Uint8Array(Buffer.from(key, 'base64'));

/** The keys used before, as the configuration names them. */
export const formerSecretKeys = (named: {
  readonly formerSecretKeys: readonly string[];
}): readonly Uint8Array[] => named.formerSecretKeys.map(bytesOf);

/** Takes the key from the configuration, else from the file in the data folder, which is made when there is none. */
export const loadSecretKey = ({ dataDir, secretKey }: SecretKeyPlace): Uint8Array => {
  if (secretKey !== null) return bytesOf(secretKey);
  const file = secretKeyFile(dataDir);
  let text: string | null;
  try {
    text = read(file);
    if (text === null) {
      make(file);
      text = read(file);
    }
  } catch (error) {
    throw new SecretKeyRefusal(
      `二段階認証の鍵のファイル ${file} を読み書きできません（${String(codeOf(error) ?? error)}）。\nフォルダーの権限を確かめるか、環境変数 RASHIN_SECRET_KEY で鍵を指定してください（運用の手引き）。`,
    );
  }
  const key = Buffer.from(text ?? '', 'base64');
  if (key.length !== secretKeyBytes)
    throw new SecretKeyRefusal(
      `二段階認証の鍵のファイル ${file} の中身が、鍵ではありません。\n控えから戻してください。控えがないときは、このファイルを別の名前にして始めると、新しい鍵を作ります。そのときは、二段階認証を使っている人が設定し直します（運用の手引き）。`,
    );
  return new Uint8Array(key);
};
