import type { Config } from './config.ts';
import type { Database } from './db/connection.ts';
import { countUnreadableSecrets } from './db/count-unreadable-secrets.ts';
import { secretKeyFile } from './secret-key.ts';

/** What whoever starts the server should know of the key of the second factors: that others need it, or that it is not the one. */
export const secretKeyNotices = async (
  db: Database,
  { databaseUrl, dataDir, secretKey }: Pick<Config, 'databaseUrl' | 'dataDir' | 'secretKey'>,
  keyId: string,
): Promise<readonly string[]> => {
  const unreadable = await countUnreadableSecrets(db, keyId);
  return [
    ...(databaseUrl !== null && secretKey === null
      ? [
          `二段階認証の鍵は ${secretKeyFile(dataDir)} にあります。ほかの機械でも動かすときは、どれにも同じ鍵を RASHIN_SECRET_KEY で渡してください。`,
        ]
      : []),
    ...(unreadable > 0
      ? [
          `警告: 二段階認証の設定のうち ${unreadable} 人分は、ほかの鍵で封じられていて読めません。元の secret.key を戻すか、RASHIN_SECRET_KEY で元の鍵を指定してください。それまでその人は、回復用コードでログインします。`,
        ]
      : []),
  ];
};
