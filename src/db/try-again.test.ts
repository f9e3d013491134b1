import { expect, it } from 'vitest';
import { DatabaseError } from './database-error.ts';
import { tryAgain } from './try-again.ts';

const failing = (code: string) =>
  new DatabaseError({ message: code, code, constraint: null, table: null, column: null, detail: null });

/** Work that fails as told, then gives the number of its try. */
const work = (...failures: readonly Error[]) => {
  let tries = 0;
  return {
    tries: () => tries,
    run: async () => {
      tries += 1;
      const failure = failures[tries - 1];
      if (failure !== undefined) throw failure;
      return tries;
    },
  };
};

it.each([
  ['うまくいけば一度だけ', [], 1],
  ['デッドロックなら、もう一度', [failing('40P01')], 2],
  ['二度続いても、三度目まで', [failing('40P01'), failing('40001')], 3],
  ['問い合わせの組み立てに包まれていても', [new Error('query failed', { cause: failing('40P01') })], 2],
])('%s', async (_, failures, tries) => {
  await expect(tryAgain(work(...failures).run)).resolves.toBe(tries);
});

it.each([
  ['三度とも続いたら、その誤りを伝える', [failing('40P01'), failing('40P01'), failing('40001')], 3, '40001'],
  ['重複は、やり直しても同じ', [failing('23505')], 1, '23505'],
  ['待ちきれなかった鍵は、やり直すともっと待たせる', [failing('55P03')], 1, '55P03'],
  ['ほかの誤り', [new Error('bug')], 1, 'bug'],
])('%s', async (_, failures, tries, message) => {
  const tried = work(...failures);
  await expect(tryAgain(tried.run)).rejects.toThrow(message);
  expect(tried.tries()).toBe(tries);
});
