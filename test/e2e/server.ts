import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installationFolder } from '../../src/installation.ts';

export interface TestServer {
  /** http://localhost:… without a trailing slash. */
  readonly address: string;
  /** What it has printed so far. */
  readonly output: () => string;
  readonly process: ChildProcess;
  /** SIGTERM; returns the exit code. */
  readonly stop: () => Promise<number | null>;
}

const quiet = { LOG_LEVEL: 'warn', PORT: '0' };

/**
 * The built program with an own data folder, on a free port. `environment` is added: RASHIN_DATA keeps data for a
 * second start, RASHIN_DEMO=0 leaves it empty.
 */
export const startTestServer = (environment: Readonly<Record<string, string>> = {}): Promise<TestServer> => {
  const data = mkdtempSync(join(tmpdir(), 'rashin-e2e-'));
  const child = spawn(process.execPath, [join(installationFolder, 'dist', 'server', 'main.js')], {
    env: { ...process.env, RASHIN_DATA: data, ...quiet, ...environment },
    // The channel closes when the test dies: the server then ends by itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  void ended.then(() => rmSync(data, { recursive: true, force: true }));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /^(http:\/\/\S+) を開いてください/m.exec(printed)?.[1];
      if (address !== undefined) resolve({ address, output: () => printed, process: child, stop });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then((code) =>
      reject(new Error(`the server ended with ${code} before it answered:\n${printed}`)),
    );
  });
};
