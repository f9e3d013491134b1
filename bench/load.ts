import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const autocannon = fileURLToPath(new URL('../node_modules/autocannon/autocannon.js', import.meta.url));

export interface LoadFigures {
  readonly requestsPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p95Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly bytesPerSecond: number;
}

export interface Load {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One closed-loop load on a loopback address, made by a process of its own. Any answer but 200 or 304 is an error. */
export const load = (options: Load): Promise<LoadFigures> =>
  new Promise((resolve, reject) => {
    const args = [autocannon, '-j', '-d', String(options.seconds), '-c', String(options.connections)];
    for (const [name, value] of Object.entries(options.headers ?? {})) args.push('-H', `${name}=${value}`);
    const child = spawn(process.execPath, [...args, options.url], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', () => {
      try {
        const answer = JSON.parse(output);
        const wrong = answer['4xx'] + answer['5xx'] + answer.errors + answer.timeouts;
        if (wrong > 0) throw new Error(`${wrong} of the requests to ${options.url} failed`);
        resolve({
          requestsPerSecond: answer.requests.average,
          p50Milliseconds: answer.latency.p50,
          p95Milliseconds: answer.latency.p97_5,
          p99Milliseconds: answer.latency.p99,
          bytesPerSecond: answer.throughput.average,
        });
      } catch (error) {
        reject(error);
      }
    });
  });

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('median requires at least one value');
  return middle;
};
