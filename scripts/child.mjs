import { spawn } from 'node:child_process';

/** For a child that must end when we die in any way, even by SIGKILL: the channel closes then (see src/main.ts). */
export const withChannel = ['inherit', 'inherit', 'inherit', 'ipc'];

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end with our terminal, and hands signals on to it.
 * @param {string} executable
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} settings
 * @returns {Promise<number>} its exit code
 */
export const runChild = (executable, args, settings) =>
  new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: 'inherit', ...settings });
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    child.on('error', (error) => reject(new Error(`${executable} を実行できません（${error.message}）。`)));
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
