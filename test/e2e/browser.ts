import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

interface Found {
  readonly executable: string;
  readonly libraries?: string;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const environmentOf = ({ libraries }: Found): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(process.env).filter((e): e is [string, string] => e[1] !== undefined)),
  ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
});

/** A file that is there may still miss its libraries: it counts when it can say its version. */
const runs = (found: Found): boolean =>
  spawnSync(found.executable, ['--version', '--no-sandbox'], { env: environmentOf(found), timeout: 30_000 })
    .status === 0;

const onSystem = (): Found | null => {
  const own = process.env.RASHIN_BROWSER;
  const paths = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...(own === undefined ? [] : [own]), ...paths, ...elsewhere].find(
    (executable) => existsSync(executable) && runs({ executable }),
  );
  return found === undefined ? null : { executable: found };
};

/** A Chromium for Linux inside a registry package, with the libraries a bare machine lacks. */
const fromPackage = async (): Promise<Found | null> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const executable = await packaged.executablePath();
  if (runs({ executable })) return { executable };
  const bin = join(import.meta.dirname, '..', '..', 'node_modules', '@sparticuz', 'chromium', 'bin');
  await inflate(join(bin, 'al2023.tar.br'));
  const withLibraries = { executable, libraries: join(tmpdir(), 'al2023', 'lib') };
  return runs(withLibraries) ? withLibraries : null;
};

const fromDebian = (): Found | null => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  const apt = (args: readonly string[]) =>
    spawnSync('apt-get', [...args], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt(['update']);
  apt(['install', '-y', 'chromium']);
  return onSystem();
};

const find = async (): Promise<Found> => {
  const found = onSystem() ?? (await fromPackage()) ?? fromDebian();
  if (found === null) {
    throw new Error('no Chromium or Chrome on this machine: install one, or name it in RASHIN_BROWSER');
  }
  return found;
};

let finding: Promise<Found> | undefined;

/** A real browser: the system's, else one out of a package, else Debian's. Whoever opens it closes it. */
export const openBrowser = async (): Promise<Browser> => {
  finding ??= find();
  const found = await finding;
  return chromium.launch({
    executablePath: found.executable,
    env: environmentOf(found),
    args: [
      // Chromium's sandbox cannot be set up by root or in most containers; only our own pages are opened.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};
