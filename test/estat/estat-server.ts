import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for e-Stat: answers what a test wants and keeps what was asked. */
export interface EstatServer {
  readonly address: string;
  readonly asked: URLSearchParams[];
  readonly stop: () => Promise<void>;
}

type Answer = (query: URLSearchParams, response: ServerResponse, count: number) => void;

export const sendJson = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json;charset=utf-8' });
  response.end(JSON.stringify(body));
};

export const startEstat = async (answer: Answer): Promise<EstatServer> => {
  const asked: URLSearchParams[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '/', 'http://estat.test');
    if (url.pathname !== '/rest/3.0/app/json/getStatsData') {
      response.writeHead(404).end();
      return;
    }
    asked.push(url.searchParams);
    answer(url.searchParams, response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/rest/3.0/app/json`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
