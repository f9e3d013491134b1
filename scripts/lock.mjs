import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Nothing under this lock takes as long; the number of a killed holder may meanwhile belong to another process. */
const longestMs = 15 * 60 * 1000;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Writes the file only if nobody has it; false when a living process holds it. */
const take = (path) => {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    const holder = Number(readFileSync(path, 'utf8'));
    const age = Date.now() - statSync(path).mtimeMs;
    if (age < longestMs && (holder === 0 || isAlive(holder))) return false;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  rmSync(path, { force: true });
  return take(path);
};

/** Two starts at once must not install or build over each other: the second waits for the first. */
export const withLock = async (path, run) => {
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path)) await new Promise((resolve) => setTimeout(resolve, 200));
  const release = () => rmSync(path, { force: true });
  process.on('exit', release);
  try {
    return await run();
  } finally {
    process.off('exit', release);
    release();
  }
};
