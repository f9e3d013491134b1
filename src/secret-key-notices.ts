import type { SecretBox } from './app/sign-in/secret-box.ts';
import type { Config } from './config.ts';
import type { Database } from './db/connection.ts';
import { countSealedSecrets } from './db/count-sealed-secrets.ts';
import { secretKeyFile } from './secret-key.ts';

/** What whoever starts the server should know of the key of the second factors: that others need it, or that it is not the one. */
export const secretKeyNotices = async (
  db: Database,
  { databaseUrl, dataDir, secretKey }: Pick<Config, 'databaseUrl' | 'dataDir' | 'secretKey'>,
  { keyId, formerKeyIds }: Pick<SecretBox, 'keyId' | 'formerKeyIds'>,
): Promise<readonly string[]> => {
  const sealed = await countSealedSecrets(db);
  const sum = (which: (id: string) => boolean): number =>
    [...sealed].reduce((people, [id, count]) => people + (which(id) ? count : 0), 0);
  const waiting = sum((id) => formerKeyIds.includes(id));
  const unreadable = sum((id) => id !== keyId && !formerKeyIds.includes(id));
  return [
    ...(databaseUrl !== null && secretKey === null
      ? [
          `二段階認証の鍵は ${secretKeyFile(dataDir)} にあります。ほかの機械でも動かすときは、どれにも同じ鍵を RASHIN_SECRET_KEY で渡してください。`,
        ]
      : []),
    ...(waiting > 0
      ? [
          `二段階認証の設定のうち ${waiting} 人分は、まだ前の鍵で封じられています。その人がログインするたびに封じ直します。それまで、RASHIN_FORMER_SECRET_KEYS から前の鍵を消さないでください。`,
        ]
      : formerKeyIds.length > 0
        ? ['二段階認証の設定に、前の鍵で封じられたものはありません。RASHIN_FORMER_SECRET_KEYS は消せます。']
        : []),
    ...(unreadable > 0
      ? [
          `警告: 二段階認証の設定のうち ${unreadable} 人分は、ほかの鍵で封じられていて読めません。元の secret.key を戻すか、RASHIN_SECRET_KEY か RASHIN_FORMER_SECRET_KEYS で元の鍵を指定してください。それまでその人は、回復用コードでログインします。`,
        ]
      : []),
  ];
};
