import type { Page } from 'playwright-core';

/** What the browser says about a page while it is open. */
export interface Complaints {
  /** Since the last time: complaints of the console, refused by the page's own policy, loaded from elsewhere, failed. */
  readonly take: () => readonly string[];
}

/** Before the first address is opened. */
export const listen = async (page: Page, origin: string): Promise<Complaints> => {
  const heard: string[] = [];
  page.on('console', (message) => {
    // The address itself answering 404 is what a page of a 404 is for.
    const own = message.location().url === page.url();
    if (['error', 'warning'].includes(message.type()) && !own) heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:') heard.push(`loads ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      heard.push(`${response.status()} ${response.url()}`);
  });
  await page.exposeFunction('policyViolated', (what: string) => heard.push(`policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (globalThis as unknown as { policyViolated: (what: string) => void }).policyViolated(
        `${violatedDirective} ${blockedURI}`,
      );
    });
  });
  return { take: () => heard.splice(0) };
};
