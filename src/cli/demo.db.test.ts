import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testConfig } from '../../test/factories/web.ts';
import { demoAccounts } from '../app/people/demo-accounts.data.ts';
import { command as auditVerify } from './audit.ts';
import type { CliCommand, CliIo } from './command.ts';
import { command as demo } from './demo.ts';

const folder = mkdtempSync(join(tmpdir(), 'rashin-demo-'));
const run = async (command: CliCommand, ...args: readonly string[]) => {
  const lines: string[] = [];
  const io: CliIo = {
    out: (line) => lines.push(line),
    err: (line) => lines.push(line),
    ask: async () => null,
    config: () => testConfig({ RASHIN_DATA: join(folder, 'data'), LOG_LEVEL: 'silent' }),
    now: () => new Date('2026-11-21T03:00:00Z'),
  };
  const code = await command.run(args, io);
  return { code, text: lines.join('\n') };
};

let loaded: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  loaded = await run(demo);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('見本の利用者と、組織がないため課の利用者がいない町を言う', async () => {
  expect(loaded.code).toBe(0);
  expect(loaded.text).toContain(demoAccounts.map(({ login }) => login).join(' '));
  for (const town of ['札幌市'])
    expect(loaded.text).toContain(`${town}は組織の登録がないため、ka-tanto kacho bucho はいません。`);
  expect(loaded.text).not.toContain('塩尻市は組織の登録がない');
});

it.each([
  ['連なっている団体', '202151', 0, '正しく連なっています'],
  ['登録されていない団体', '131016', 1, '団体 131016 は登録されていません'],
  ['検査数字の違う番号', '202152', 1, '検査数字'],
] as const)('監査証跡を確かめる: %s', async (_, code, exit, sentence) => {
  const answer = await run(auditVerify, '--municipality', code);
  expect(answer).toMatchObject({ code: exit, text: expect.stringContaining(sentence) });
});
