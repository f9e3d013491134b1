import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { isoDateInJapan } from '../../app/japan-date.ts';
import { findPublicMoment } from '../../db/read-public-version.ts';
import { findMunicipality, listMunicipalities } from '../../db/read-town.ts';
import { withDirectory, withPublic } from '../../db/tenant.ts';
import { municipalityOfCode, parseMunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import { buildId } from '../build-id.ts';
import type { WebDeps } from '../deps.ts';
import { chooseEncoding, entityTag, matchesKey, pageKey } from '../public/entity-tag.ts';
import { KeptPage, PageCache } from '../public/page-cache.ts';
import { differenceEndpoint } from './difference-endpoint.ts';
import { type ApiAnswer, notFound, type TownEndpoint } from './endpoint.ts';
import { directoryMeta, townMeta } from './envelope.ts';
import { evaluationEndpoints } from './evaluation-endpoints.ts';
import { implementationEndpoints } from './implementation-endpoints.ts';
import { indicatorEndpoints } from './indicator-endpoints.ts';
import { judgementEndpoints } from './judgement-endpoints.ts';
import { openApiDocument } from './openapi-document.ts';
import { planEndpoints } from './plan-endpoints.ts';
import { populationEndpoints } from './population-endpoints.ts';
import { problemAnswer } from './problem-answer.ts';
import { townEndpoint, townSummary } from './town-endpoint.ts';

export const townEndpoints: readonly TownEndpoint[] = [
  townEndpoint,
  ...planEndpoints,
  differenceEndpoint,
  ...indicatorEndpoints,
  ...judgementEndpoints,
  ...evaluationEndpoints,
  ...implementationEndpoints,
  ...populationEndpoints,
];

const cacheBudgetBytes = 32 * 1024 * 1024;

/** /plans/{slug}.csv as Hono writes it; the parameter then ends in .csv. */
const honoPath = (path: string): string =>
  path.replace(/\{(\w+)\}\.csv$/, ':$1{[^/]+\\.csv}').replace(/\{(\w+)\}/g, ':$1');

const headers = (key: string, c: Context): Record<string, string> => ({
  'Cache-Control': 'public, no-cache',
  ETag: entityTag(key, chooseEncoding(c.req.header('accept-encoding'))),
  Vary: 'Accept-Encoding',
});

/** A link may show the file; saved, it has a telling name: 202151_indicators.csv */
const nameFile = (c: Context): void => {
  const name = `${c.req.param('code')}_${c.req.path.split('/').at(-1)}`;
  if (/^[\w.-]+$/.test(name)) c.header('Content-Disposition', `inline; filename="${name}"`);
};

const send = async (c: Context, key: string, page: KeptPage): Promise<Response> => {
  const encoding = chooseEncoding(c.req.header('accept-encoding'));
  return c.body(await page.body(encoding), 200, {
    ...headers(key, c),
    'Content-Type': page.contentType,
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  });
};

const jsonPage = (content: unknown): KeptPage =>
  new KeptPage('application/json; charset=utf-8', JSON.stringify(content));

type Outcome =
  | { readonly kind: 'unchanged'; readonly key: string }
  | { readonly kind: 'kept'; readonly key: string; readonly page: KeptPage }
  | { readonly kind: 'answered'; readonly key: string; readonly answer: ApiAnswer; readonly meta: unknown };

const serveTown =
  (deps: WebDeps, cache: PageCache, endpoint: TownEndpoint) =>
  async (c: Context): Promise<Response> => {
    const asked = c.req.param('code') ?? '';
    const code = parseMunicipalityCode(asked);
    if (!code.ok) {
      return problemAnswer(c, code.error.code === 'municipality-code-unknown' ? 404 : 400, code.error);
    }
    const closed = notFound('municipality-not-public', asked, {
      name: ` ${municipalityOfCode(code.value)?.name ?? ''}`,
    });
    const isCsv = endpoint.data === null;
    const param = (name: string): string => (c.req.param(name) ?? '').replace(isCsv ? /\.csv$/ : /$^/, '');
    const query = (name: string): string => (c.req.query(name) ?? '').trim().slice(0, 100);
    const known = Object.keys(endpoint.query ?? {}).map((name) => query(name));

    const outcome = await withPublic(
      deps.db,
      { municipality: code.value, today: isoDateInJapan(deps.now()) },
      async (tx): Promise<Outcome> => {
        const moment = await findPublicMoment(tx);
        if (moment === null) return { kind: 'answered', key: '', answer: closed, meta: null };
        const { version, today } = moment;
        const key = pageKey([buildId, 'api', c.req.path, ...known, version, today]);
        if (matchesKey(c.req.header('if-none-match'), key)) return { kind: 'unchanged', key };
        const kept = cache.get(key);
        if (kept !== undefined) return { kind: 'kept', key, page: kept };
        const town = await findMunicipality(tx);
        if (town === null) return { kind: 'answered', key: '', answer: closed, meta: null };
        const site = deps.config.baseUrl ?? '';
        const answer = await endpoint.answer({ tx, town, today, param, query, site });
        return { kind: 'answered', key, answer, meta: townMeta(town, today) };
      },
    );

    if (outcome.kind === 'unchanged') return c.body(null, 304, headers(outcome.key, c));
    if (outcome.kind === 'kept') {
      if (isCsv) nameFile(c);
      return send(c, outcome.key, outcome.page);
    }
    const { answer, key, meta } = outcome;
    if (answer.kind === 'refused') return problemAnswer(c, answer.status, answer.problem);
    const page =
      answer.kind === 'csv'
        ? new KeptPage('text/csv; charset=utf-8', answer.body)
        : jsonPage({ meta, data: answer.data });
    await cache.keep(key, page);
    if (isCsv) nameFile(c);
    return send(c, key, page);
  };

/** 公開API: everything the public role can read, for programs. Read only, open to pages of other sites. */
export const apiRoutes = (deps: WebDeps): Hono => {
  const api = new Hono();
  const cache = new PageCache(cacheBudgetBytes);
  api.use('/api/*', cors({ origin: '*', allowMethods: ['GET', 'HEAD'], exposeHeaders: ['ETag'] }));
  api.use('/api/*', async (c, next) => {
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    await next();
  });

  const document = jsonPage(openApiDocument(townEndpoints));
  const documentKey = pageKey([buildId, 'openapi']);
  api.get('/api/v1/openapi.json', async (c) =>
    matchesKey(c.req.header('if-none-match'), documentKey)
      ? c.body(null, 304, headers(documentKey, c))
      : send(c, documentKey, document),
  );

  api.get('/api/v1/municipalities', async (c) => {
    const towns = await withDirectory(deps.db, listMunicipalities);
    const content = { meta: directoryMeta(isoDateInJapan(deps.now())), data: towns.map(townSummary) };
    const key = pageKey([buildId, JSON.stringify(content)]);
    return matchesKey(c.req.header('if-none-match'), key)
      ? c.body(null, 304, headers(key, c))
      : send(c, key, jsonPage(content));
  });

  for (const endpoint of townEndpoints) {
    api.get(`/api/v1${honoPath(endpoint.path)}`, serveTown(deps, cache, endpoint));
  }
  api.all('/api/*', (c) => {
    const path = c.req.path;
    return problemAnswer(c, 404, { code: 'address-not-found', path: [path], severity: 'error' });
  });
  return api;
};
