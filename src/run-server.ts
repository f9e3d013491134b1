import { databaseRefusalText } from './cli/database-refusal-text.ts';
import { describeConfigProblems, parseConfig } from './config.ts';
import { DatabaseRefusal } from './db/database-refusal.ts';
import { installationFolder } from './installation.ts';
import { createLog } from './log.ts';
import { SecretKeyRefusal } from './secret-key.ts';
import { startServer } from './start-server.ts';
import { errorForLog } from './web/middleware/error-for-log.ts';

/** People who press Ctrl+C, service managers, and the start script when it dies itself (its channel closes). */
const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    process.once('disconnect', () => resolve());
  });

/** Why the server did not start, for the person who started it; null when it is not about their settings. */
const refusalText = (
  error: unknown,
  config: { readonly host: string; readonly port: number },
): string | null => {
  if (error instanceof DatabaseRefusal) return databaseRefusalText(error.reason);
  if (error instanceof SecretKeyRefusal) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE')
    return `ポート ${config.port} はほかのプログラムが使っています。そのプログラムを終えるか、環境変数 PORT で別の番号を指定してください。`;
  if (code === 'EACCES')
    return `ポート ${config.port} を使う権限がありません。環境変数 PORT で 1024 以上の番号を指定してください。`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `アドレス ${config.host} はこの機械にありません。環境変数 HOST を確かめてください。`;
  return null;
};

/** The server as a program: from the environment to the exit code. */
export const runServer = async (): Promise<0 | 1> => {
  const complain = (line: string) => process.stderr.write(`${line}\n`);
  const config = parseConfig(process.env, { home: installationFolder, directory: process.cwd() });
  if (!config.ok) {
    complain(describeConfigProblems(config.error));
    return 1;
  }
  const log = createLog(config.value.logLevel);
  const stopping = askedToStop();
  process.on('uncaughtException', (error) => {
    log.fatal({ error: errorForLog(error) }, 'bug outside any request');
    process.exit(1);
  });
  try {
    const server = await startServer(config.value, log, (line) => process.stdout.write(`${line}\n`));
    await stopping;
    await server.stop();
    return 0;
  } catch (error) {
    const text = refusalText(error, config.value);
    if (text === null) throw error;
    complain(text);
    return 1;
  }
};
