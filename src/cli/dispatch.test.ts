import { parseArgs } from 'node:util';
import { expect, it } from 'vitest';
import { type CliCommand, type CliIo, UsageError } from './command.ts';
import { dispatch } from './dispatch.ts';

const calls: string[] = [];
const commands: readonly CliCommand[] = [
  {
    name: 'audit verify',
    summary: '監査記録を確かめる',
    usage: 'audit verify の説明',
    run: async (args) => {
      calls.push(`verify ${args.join(',')}`);
      return args.includes('broken') ? 1 : 0;
    },
  },
  {
    name: 'restore',
    summary: '控えから戻す',
    usage: 'restore の説明',
    run: async (args) => {
      const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
      if (positionals.length === 0) throw new UsageError('ファイルを一つ指定してください。');
      return 0;
    },
  },
];

const call = async (...words: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  calls.length = 0;
  const io: CliIo = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    ask: async () => null,
    config: () => {
      throw new Error('not asked for');
    },
    now: () => new Date('2026-11-21T00:00:00Z'),
  };
  const code = await dispatch(commands, words, io);
  return { code, out: out.join('\n'), err: err.join('\n'), calls: [...calls] };
};

it('二語の命令に残りの引数を渡し、終了コードを返す', async () => {
  expect(await call('audit', 'verify', 'a', 'b')).toEqual({
    code: 0,
    out: '',
    err: '',
    calls: ['verify a,b'],
  });
  expect((await call('audit', 'verify', 'broken')).code).toBe(1);
});

it('--help は一覧か、その命令の説明を出して 0 で終わり、命令は走らない', async () => {
  const list = await call('--help');
  expect(list.code).toBe(0);
  expect(list.out).toContain('audit verify  監査記録を確かめる');
  expect(await call('audit', 'verify', '--help')).toEqual({
    code: 0,
    out: 'audit verify の説明',
    err: '',
    calls: [],
  });
  expect(await call('restore', 'file', '-h')).toMatchObject({ code: 0, out: 'restore の説明' });
});

it.each([
  ['命令がない', [], '使い方: bin/rashin'],
  ['知らない命令', ['nothing'], '「nothing」という命令はありません。'],
  ['途中までの命令', ['audit'], '続きの言葉が要ります: audit verify'],
  ['引数が足りない', ['restore'], 'ファイルを一つ指定してください。'],
  ['知らないオプション', ['restore', '--force'], '知らないオプションです: --force'],
])('使い方の誤りは 2: %s', async (_, words, sentence) => {
  const answer = await call(...words);
  expect(answer.code).toBe(2);
  expect(answer.err).toContain(sentence);
  expect(answer.calls).toEqual([]);
});
