import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../test/factories/database.ts';
import { openTowns } from '../../../test/factories/public-towns.ts';
import { testDeps } from '../../../test/factories/web.ts';
import type { Database } from '../../db/connection.ts';
import { createApp } from '../app.tsx';

let db: Database;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  app = createApp(testDeps(db));
});
afterAll(() => db.close());

it.each([
  '/m/202151',
  '/m/202151/plans/dai6ji',
  '/m/202151/plans/dai6ji/items/a',
  '/en/m/202151/history',
  '/api/v1/municipalities/202151/plans',
])('%s は、アドレスをどう書いても一つだけ作る', async (path) => {
  expect((await app.request(path)).status).toBe(200);
  const spellings = [...path].flatMap((letter, at) => {
    const code = letter.charCodeAt(0).toString(16);
    return at === 0
      ? []
      : [`%${code}`, `%${code.toUpperCase()}`, `%25${code}`].map(
          (spelt) => path.slice(0, at) + spelt + path.slice(at + 1),
        );
  });
  const answers = await Promise.all(
    [...new Set(spellings)].map(async (spelling) => {
      const response = await app.request(spelling);
      return response.status === 308 && response.headers.get('location') === path
        ? 'sent to the address'
        : `${response.status}`;
    }),
  );
  // Never a page of its own: the address itself, or nothing.
  expect(answers).not.toContain('200');
  expect(answers.filter((answer) => answer === 'sent to the address').length).toBeGreaterThan(
    path.length / 2,
  );
});
