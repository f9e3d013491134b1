import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/server/main.js', import.meta.url));

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address === null || typeof address === 'string'
          ? reject(new Error('no port'))
          : resolve(address.port),
      );
    });
  });

export interface RunningServer {
  readonly address: string;
  readonly millisecondsToAnswer: number;
  stop(): Promise<void>;
}

const stopChild = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** Any program that listens on PORT, waited for until `path` answers. */
export const startProgram = async (
  file: string,
  environment: Readonly<Record<string, string>>,
  path: string,
): Promise<RunningServer> => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...environment, PORT: String(port), HOST: '127.0.0.1' },
    // The channel closes when the measurement is killed: the program then ends by itself.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${file} ended before it answered`);
    const answer = await fetch(address + path).catch(() => null);
    if (answer?.ok === true) {
      await answer.arrayBuffer();
      return { address, millisecondsToAnswer: performance.now() - began, stop: () => stopChild(child) };
    }
    await wait(10);
  }
};

/** The built product (run `npm run build` first; `npm run bench` does). */
export const startRashin = (environment: Readonly<Record<string, string>>, path = '/healthz') =>
  startProgram(main, { RASHIN_DEMO: '0', LOG_LEVEL: 'error', ...environment }, path);
