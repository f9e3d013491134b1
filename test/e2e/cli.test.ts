import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installationFolder } from '../../src/installation.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rashin-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** From another folder, as an operator calls it. */
const rashin = (...words: string[]) =>
  spawnSync(process.execPath, [join(installationFolder, 'bin', 'rashin'), ...words], {
    cwd: folder,
    env: { ...process.env, RASHIN_DATA: join(folder, 'data') },
    encoding: 'utf8',
    timeout: 100_000,
  });

const commands = (): readonly string[] =>
  [...rashin('--help').stdout.matchAll(/^ {2}([a-z-]+(?: [a-z]+)?) {2,}\S/gm)].map(([, name]) => name ?? '');

describe('bin/rashin', () => {
  it('一覧に約束の命令がそろっている', () => {
    expect(commands()).toEqual(
      expect.arrayContaining([
        'serve',
        'migrate',
        'demo',
        'import',
        'check-plan',
        'population project',
        'population backcast',
        'population simulate',
        'population districts',
        'population areas',
        'audit verify',
        'backup',
        'restore',
      ]),
    );
  });

  it('どの命令も --help で自分の使い方を言い、0 で終わる', () => {
    for (const name of commands()) {
      const help = rashin(...name.split(' '), '--help');
      expect([name, help.status, help.stderr]).toEqual([name, 0, '']);
      expect(help.stdout).toContain(`bin/rashin ${name}`);
    }
  });

  it.each([
    ['命令がない', [], '使い方: bin/rashin'],
    ['知らない命令', ['nothing'], '「nothing」という命令はありません。'],
    ['知らないオプション', ['audit', 'verify', '--nothing'], '知らないオプションです: --nothing'],
    ['余分な引数', ['serve', 'now'], '余分な引数があります: now'],
  ])('使い方の誤りは 2: %s', (_, words, sentence) => {
    const ended = rashin(...words);
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain(sentence);
    expect(ended.stdout).toBe('');
  });

  it('たがいに人が移る地域の見本は、手引きの手計算の数になり、誤りは場所を言って断る', () => {
    const example = join(installationFolder, 'docs', 'examples', 'population-areas.json');
    const done = rashin('population', 'areas', '--input', example);
    expect([done.status, done.stderr]).toEqual([0, '']);
    const { years, areas } = JSON.parse(done.stdout);
    expect(years).toEqual([2020, 2025, 2030]);
    expect(areas[0].male[1][4]).toBeCloseTo(50.333616, 9);
    const wrong = JSON.parse(readFileSync(example, 'utf8'));
    wrong.areas[0].steps[0].inShare.male[3] = 0.5;
    const file = join(folder, 'areas.json');
    writeFileSync(file, JSON.stringify(wrong));
    const refused = rashin('population', 'areas', '--input', file);
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain('転入配分率の合計が');
    expect(refused.stderr).toContain('計算しませんでした。');
  });

  it('断ったときは 1 で、何がどこで駄目だったかを言う', () => {
    const ended = rashin('check-plan', join(folder, 'none.json'));
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('none.json');
  });
});
