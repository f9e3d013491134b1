import { runChild } from './child.mjs';

/** npm hands its own run's settings on to children; a second npm in another folder must not take them for its own. */
const cleanEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(NODE_ENV|npm_(lifecycle|package|config_(local_prefix|prefix|omit|include|production)).*)$/i.test(
          name,
        ),
    ),
  );

/** Runs npm the way it runs here: the one that started us, else the one on the path. Its output goes to stderr. */
export const npm = async (args, { cwd }) => {
  const own = process.env.npm_execpath;
  const settings = { cwd, env: cleanEnvironment(), stdio: ['ignore', 2, 2] };
  const code = /\.c?js$/.test(own ?? '')
    ? await runChild(process.execPath, [own, ...args], settings)
    : await runChild('npm', args, { ...settings, shell: process.platform === 'win32' });
  if (code !== 0)
    throw new Error(
      `npm ${args[0]} が終わりませんでした（終了コード ${code}）。上の表示を確かめてください。`,
    );
};
