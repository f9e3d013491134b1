import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installationFolder } from '../src/installation.ts';
import { readModule } from './architecture/read-module.ts';
import {
  cycles,
  edgeViolations,
  linesAt,
  longest,
  nameViolations,
  sizeViolations,
} from './architecture/rules.ts';

const paths = globSync(['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'], { cwd: installationFolder }).map((path) =>
  path.split(sep).join('/'),
);
const modules = paths.map((path) => readModule(path, readFileSync(join(installationFolder, path), 'utf8')));

describe('この製品のソース', () => {
  it('すべて読めている: 数、読み込み先の実在', () => {
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.filter((module) => module.imports.length > 0).length).toBeGreaterThan(modules.length / 2);
    const known = new Set(paths);
    const lost = modules.flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ own, target }) => own && !known.has(target) && !existsSync(join(installationFolder, target)),
        )
        .map(({ target }) => `${path} → ${target}`),
    );
    expect(lost).toEqual([]);
  });

  it('依存の向きを守っている', () => {
    expect(edgeViolations(modules)).toEqual([]);
  });

  it('実行時に互いを必要とするモジュールがない', () => {
    expect(cycles(modules)).toEqual([]);
  });

  it('ファイルは一つの考えの大きさに収まっている', () => {
    expect(sizeViolations(modules)).toEqual([]);
    expect(linesAt(modules, 0.5)).toBeLessThanOrEqual(80);
    expect(linesAt(modules, 0.95)).toBeLessThanOrEqual(250);
  });

  it('名前が中身を言っている', () => {
    expect(
      nameViolations(globSync(['src/**', 'test/**', 'scripts/**'], { cwd: installationFolder })),
    ).toEqual([]);
  });
});

/** Planted in memory beside the real modules: a rule that refuses nothing is no rule. */
describe('違反を置くと断る', () => {
  it.each([
    [
      '領域がデータベースを読む',
      'src/domain/plan/x.ts',
      "import { withTenant } from '../../db/tenant.ts';",
      'imports src/db/tenant.ts',
    ],
    [
      '型だけでも',
      'src/domain/plan/x.ts',
      "import type { TenantTx } from '../../db/tenant.ts';",
      'imports src/db/tenant.ts',
    ],
    [
      '書き出しの形でも',
      'src/domain/plan/x.ts',
      "export { withTenant } from '../../db/tenant.ts';",
      'imports src/db/tenant.ts',
    ],
    [
      '遅れて読んでも',
      'src/domain/plan/x.ts',
      "export const f = () => import('../../db/tenant.ts');",
      'imports src/db/tenant.ts',
    ],
    ['領域がパッケージを読む', 'src/domain/plan/x.ts', "import { z } from 'zod';", 'imports zod'],
    ['領域が Node を読む', 'src/domain/plan/x.ts', "import 'node:fs';", 'imports node:fs'],
    [
      '計画が指標を読む',
      'src/domain/plan/x.ts',
      "import '../indicator/indicator.ts';",
      'imports src/domain/indicator/indicator.ts',
    ],
    [
      '核が計画を読む',
      'src/domain/kernel/x.ts',
      "import '../plan/plan.ts';",
      'imports src/domain/plan/plan.ts',
    ],
    [
      '調査が組織を読む',
      'src/domain/survey/x.ts',
      "import '../organisation/unit.ts';",
      'imports src/domain/organisation/unit.ts',
    ],
    ['データベースが手順を読む', 'src/db/x.ts', "import '../app/refusal.ts';", 'imports src/app/refusal.ts'],
    ['手順が画面を読む', 'src/app/x.ts', "import '../web/render.tsx';", 'imports src/web/render.tsx'],
    ['画面が命令を読む', 'src/web/x.tsx', "import '../cli/dispatch.ts';", 'imports src/cli/dispatch.ts'],
    ['図がデータベースを読む', 'src/charts/x.ts', "import '../db/tenant.ts';", 'imports src/db/tenant.ts'],
    ['手順が環境を読む', 'src/app/x.ts', "import '../config.ts';", 'imports src/config.ts'],
    [
      '製品が試験を読む',
      'src/app/x.ts',
      "import '../../test/factories/database.ts';",
      'imports test/factories/database.ts',
    ],
    [
      '島がサーバーの部品を読む',
      'src/web/islands/x.ts',
      "import '../render.tsx';",
      'imports src/web/render.tsx',
    ],
    ['領域が乱数を使う', 'src/domain/plan/x.ts', 'export const f = () => Math.random();', 'uses Math.random'],
    ['領域が時計を見る', 'src/domain/plan/x.ts', 'export const f = () => new Date();', 'uses new Date()'],
    ['領域が今を聞く', 'src/domain/plan/x.ts', 'export const f = () => Date.now();', 'uses Date.now'],
    [
      '領域が環境変数を見る',
      'src/domain/plan/x.ts',
      'export const f = () => process.env.PORT;',
      'uses process',
    ],
  ])('%s', (_, path, text, what) => {
    const planted = readModule(path, text);
    expect(edgeViolations([...modules, planted])).toContainEqual({ path, what });
  });

  it.each([
    ['指標は計画を読める', 'src/domain/indicator/x.ts', "import '../plan/plan.ts';"],
    ['画面は領域を読める', 'src/web/x.tsx', "import '../domain/plan/plan.ts';"],
    ['領域は決まった日を作れる', 'src/domain/plan/x.ts', "export const d = new Date('2026-04-01');"],
    ['起動はすべて読める', 'src/start-server.ts', "import './web/render.tsx';"],
    ['領域の試験は道具を使える', 'src/domain/plan/x.test.ts', "import { it } from 'vitest';"],
  ])('断らない: %s', (_, path, text) => {
    expect(edgeViolations([readModule(path, text)])).toEqual([]);
  });

  it('輪になった読み込み、長いファイル、中身を言わない名前', () => {
    const loop = [
      readModule('src/app/a.ts', "import './b.ts';"),
      readModule('src/app/b.ts', "import './a.ts';"),
    ];
    expect(cycles(loop)).toEqual(['src/app/a.ts → src/app/b.ts → src/app/a.ts']);
    expect(sizeViolations([readModule('src/app/a.ts', '\n'.repeat(longest + 1))])).toHaveLength(1);
    expect(sizeViolations([readModule('src/app/a.data.ts', '\n'.repeat(5000))])).toEqual([]);
    expect(nameViolations(['src/web/utils/date.ts', 'src/app/helpers.ts', 'src/app/town.ts'])).toHaveLength(
      2,
    );
  });

  it('読めないファイルを黙って飛ばさない', () => {
    expect(() => readModule('src/app/x.ts', 'import {')).toThrow('src/app/x.ts');
  });
});
