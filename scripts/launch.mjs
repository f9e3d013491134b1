import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild, withChannel } from './child.mjs';
import { prepare, root } from './prepare.mjs';

/** npm may be killed without a word to us; our parent is then another process. */
const endWithParent = () => {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
};

/**
 * Runs a program of dist/server: in this process when its Node is new enough, else as a child.
 * @returns {Promise<number | undefined>} the exit code; undefined when the program sets it itself
 */
export const launch = async (program, args) => {
  const node = await prepare({ build: true });
  if (process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32') endWithParent();
  const file = join(root, 'dist', 'server', program);
  if (node !== process.execPath) return runChild(node, [file, ...args], { stdio: withChannel });
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
  return undefined;
};
