import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { startTestServer, type TestServer } from './server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it.each([
  ['市町の一覧', '/'],
  ['英語の一覧', '/en'],
  ['団体のページ', '/m/202151'],
  ['職員のログイン', '/m/202151/office/login'],
  ['見つからないページ', '/nothing'],
])('%s: 読み込むのは自分のものだけで、ブラウザーは何も訴えない', async (_, path) => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  const failed: string[] = [];
  // The page's own status is not a complaint: a 404 page is meant to answer 404.
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.location().url.endsWith(path))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== server.address) elsewhere.push(request.url());
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400 && answer.request().resourceType() !== 'document')
      failed.push(`${answer.status()} ${answer.url()}`);
  });
  await page.goto(`${server.address}${path}`, { waitUntil: 'networkidle' });
  expect(await page.locator('h1').count()).toBe(1);
  // The stylesheet was really applied, with the font it brings.
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Noto Sans JP');
  await page.close();
  expect({ complaints, elsewhere, failed }).toEqual({ complaints: [], elsewhere: [], failed: [] });
});
