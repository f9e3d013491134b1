import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';

/**
 * Whether node_modules holds what the lock file asks for, told by the list npm leaves in node_modules.
 * A package for another platform may be missing; one with another version may not be there.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean }> } | null} installed
 * @param {{ packages: Record<string, { version?: string, optional?: boolean }> }} wanted
 */
export const isInstalled = (installed, wanted) =>
  installed !== null &&
  Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true;
    const here = installed.packages[path];
    return here === undefined ? entry.optional === true : here.version === entry.version;
  });

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/** Brings the packages of package-lock.json when they are missing or others. True when it had to. */
export const installDependencies = async (root, say) => {
  const wanted = readJson(join(root, 'package-lock.json'));
  if (isInstalled(readJson(join(root, 'node_modules', '.package-lock.json')), wanted)) return false;
  say('必要なパッケージを入れています（初回だけ、数十秒かかります）。');
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev'], { cwd: root });
  return true;
};
