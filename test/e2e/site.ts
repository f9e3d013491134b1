import type { Browser, Page } from 'playwright-core';
import { demoPassword } from '../../src/app/people/demo-password.ts';
import { logIn, newVisitor, type Visitor } from '../walk/visitor.ts';
import { openBrowser } from './browser.ts';
import { type Complaints, listen } from './complaints.ts';
import { startTestServer } from './server.ts';

export interface OpenPage {
  readonly page: Page;
  readonly complaints: Complaints;
  readonly close: () => Promise<void>;
}

/** The built program with the demonstration towns, and a browser. */
export interface Site {
  readonly address: string;
  readonly browser: Browser;
  /** Somebody without a browser: asks for addresses and keeps cookies. */
  readonly visitor: () => Visitor;
  /** Logged in with an account of the demonstration. */
  readonly staff: (town: string, login: string) => Promise<Visitor>;
  /** A window of its own, with the cookies of a visitor. */
  readonly open: (options?: {
    readonly as?: Visitor;
    readonly javaScript?: boolean;
    readonly width?: number;
  }) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

export const openSite = async (): Promise<Site> => {
  const [server, browser] = await Promise.all([startTestServer(), openBrowser()]);
  const visitor = () => newVisitor((address, init) => fetch(server.address + address, init));
  return {
    address: server.address,
    browser,
    visitor,
    staff: (town, login) => logIn(visitor(), town, login, demoPassword),
    open: async ({ as, javaScript = true, width = 1280 } = {}) => {
      const context = await browser.newContext({
        javaScriptEnabled: javaScript,
        viewport: { width, height: 900 },
        locale: 'ja-JP',
      });
      await context.addCookies(
        [...(as?.cookies ?? [])].map(([name, value]) => ({ name, value, url: server.address })),
      );
      const page = await context.newPage();
      const complaints = await listen(page, server.address);
      return { page, complaints, close: () => context.close() };
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
};
