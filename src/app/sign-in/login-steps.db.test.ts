import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Office, openOffice, password, shiojiri, wholeTown } from '../../../test/factories/office.ts';
import type { Database } from '../../db/connection.ts';
import { appUser } from '../../db/schema/access.ts';
import { logIn } from './login.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.addUser('kikaku', [wholeTown('planner')]);
});
afterEach(() => office.db.close());

/** The statements a refused login sends, each transaction and its end. */
const stepsOf = async (login: string, typed: string): Promise<readonly string[]> => {
  const steps: string[] = [];
  const db: Database = {
    ...office.db,
    transaction: async (begin, run) => {
      steps.push(`BEGIN ${begin.readOnly ? 'READ ONLY' : ''}`);
      const result = await office.db.transaction(begin, (connection) =>
        run({
          query: (sql, params) => {
            steps.push(sql);
            return connection.query(sql, params);
          },
        }),
      );
      steps.push('COMMIT');
      return result;
    },
  };
  const result = await logIn(
    {
      db,
      as: { municipality: shiojiri, origin: 'test' },
      now: office.clock.now,
      demo: false,
      secrets: office.deps.secrets,
    },
    { login, password: typed, code: '' },
    { tokenHash: 'a', csrfToken: 'b', userAgent: '' },
  );
  expect(result.ok).toBe(false);
  return steps;
};

const lockedUntil = '2199-01-01T00:00:00Z';

it.each<[string, string, string, Partial<typeof appUser.$inferInsert>]>([
  ['知らないID', 'nobody', password, {}],
  ['止めた人の正しいパスワード', 'kikaku', password, { disabledAt: '2026-11-01T00:00:00Z' }],
  ['止めた人の違うパスワード', 'kikaku', 'ちがうパスワード', { disabledAt: '2026-11-01T00:00:00Z' }],
  ['ロック中の正しいパスワード', 'kikaku', password, { failedLogins: 9, lockedUntil }],
  ['ロックに至る失敗', 'kikaku', 'ちがうパスワード', { failedLogins: 4 }],
])('断るまでの問い合わせは、どのわけでも同じ: %s', async (_, login, typed, state) => {
  const usual = await stepsOf('kikaku', 'ちがうパスワード');
  expect(usual.filter((step) => step === 'COMMIT')).toHaveLength(2);
  expect(usual.length).toBeGreaterThan(6);
  if (Object.keys(state).length > 0) await office.read((tx) => tx.q.update(appUser).set(state));
  expect(await stepsOf(login, typed)).toEqual(usual);
});
