import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { secretBox } from './app/sign-in/secret-box.ts';
import { describeDemo, loadDemo } from './cli/load-demo.ts';
import type { Config } from './config.ts';
import { hasOwnTowns } from './db/has-own-towns.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { installationFolder, installedVersion } from './installation.ts';
import { mailbox } from './mail/mailbox.ts';
import { startOutbox } from './mail/outbox.ts';
import { smtp } from './mail/smtp.ts';
import { formerSecretKeys, loadSecretKey } from './secret-key.ts';
import { secretKeyNotices } from './secret-key-notices.ts';
import { createApp } from './web/app.tsx';
import { loadBuiltAssets } from './web/built-assets.ts';
import { listen } from './web/listen.ts';
import { errorForLog } from './web/middleware/error-for-log.ts';

export interface RunningServer {
  readonly address: string;
  /** Lets answers under way finish, then closes the database. */
  readonly stop: () => Promise<void>;
}

const everywhere = ['127.0.0.1', '0.0.0.0', '::', '::1'];

const addressOf = (host: string, port: number): string =>
  `http://${everywhere.includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;

/** Puts the program together and answers only when everything is there. `say` is for the person who starts it. */
export const startServer = async (
  config: Config,
  log: Logger,
  say: (line: string) => void,
): Promise<RunningServer> => {
  say(`羅針 Rashin ${installedVersion}`);
  const isNew = config.databaseUrl === null && !existsSync(config.dataDir);
  if (isNew) say('データベースを新しく作っています（初回だけ、数十秒かかることがあります）。');
  const db = await openDatabase(config, { program: 'rashin serve', shared: false });
  try {
    say(db.promise);
    await migrate(db);
    const secrets = secretBox(loadSecretKey(config), formerSecretKeys(config));
    for (const line of await secretKeyNotices(db, config, secrets)) say(line);
    if (isNew && config.demo) say('見本の市町を読み込んでいます。');
    const demo = config.demo && !(await hasOwnTowns(db)) ? await loadDemo(db, new Date()) : [];
    const assets = loadBuiltAssets(join(installationFolder, 'dist', 'client'));
    const now = () => new Date();
    const app = createApp({ db, now, config, log, secrets, assets: assets.addressOf }, assets.files);
    const listening = await listen(app, config);
    const send =
      config.smtpUrl === null
        ? mailbox(join(config.dataDir, 'mailbox'), config.mailFrom)
        : smtp(config.smtpUrl, config.mailFrom);
    const onError = (error: unknown) => log.error({ error: errorForLog(error) }, 'outbox failed');
    const outbox = startOutbox({ db, send, now, onError, everyMilliseconds: 5_000 });
    const address = addressOf(config.host, listening.port);
    say(`${address} を開いてください。終わるときは Ctrl+C を押します。`);
    for (const line of describeDemo(demo, address)) say(line);
    return {
      address,
      stop: async () => {
        await listening.stop();
        await outbox.stop();
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
};
