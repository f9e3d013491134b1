// From a fresh clone to something that runs: Node, packages, build. Each only when it is missing or old.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './build.mjs';
import { runChild } from './child.mjs';
import { installDependencies } from './dependencies.mjs';
import { withLock } from './lock.mjs';
import { findRuntime } from './runtime.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** To stderr, so that the output of a command stays clean for a pipe. */
const say = (line) => process.stderr.write(`${line}\n`);

/** @returns {Promise<string>} path of the Node to run with */
export const prepare = ({ build }) =>
  withLock(join(root, '.runtime', 'lock'), async () => {
    const node = await findRuntime(root, say);
    await installDependencies(root, say);
    if (build && !isBuilt(root)) {
      say('プログラムを組み立てています（初回と更新後だけ、数秒かかります）。');
      const code = await runChild(node, [join(root, 'scripts', 'build.mjs')], { cwd: root });
      if (code !== 0) throw new Error('組み立てに失敗しました。上の表示を確かめてください。');
    }
    return node;
  });

/** Runs a main program of scripts/: a failure is one readable line, not a stack trace. */
export const runMain = async (main) => {
  try {
    const code = await main();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
};
