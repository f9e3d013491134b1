import type { z } from '@hono/zod-openapi';
import type { MunicipalityRow } from '../../db/read-town.ts';
import type { PublicTx } from '../../db/tenant.ts';
import type { Problem } from '../../domain/kernel/problem.ts';

/** One request about one town, inside its read-only transaction as the public role. */
export interface ApiRequest {
  readonly tx: PublicTx;
  readonly town: MunicipalityRow;
  /** ISO date in Japan. */
  readonly today: string;
  readonly param: (name: string) => string;
  /** '' where it was not given. */
  readonly query: (name: string) => string;
  /** Public address of the site without a trailing slash; '' where it is not configured. */
  readonly site: string;
}

export type ApiAnswer =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'csv'; readonly body: string }
  | { readonly kind: 'refused'; readonly status: 400 | 404; readonly problem: Problem };

/** A read of the API below /api/v1: its address, its description for OpenAPI, and how it answers. */
export interface TownEndpoint {
  /** As OpenAPI writes it: /municipalities/{code}/plans/{slug} */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** Parameters beside {code}, with their description. */
  readonly params?: Readonly<Record<string, z.ZodType>>;
  readonly query?: Readonly<Record<string, z.ZodType>>;
  /** What `data` holds; null: CSV. */
  readonly data: z.ZodType | null;
  readonly answer: (request: ApiRequest) => Promise<ApiAnswer>;
}

/** `path` names what was asked for, as the caller wrote it. */
export const notFound = (code: string, asked: string, params: Problem['params'] = {}): ApiAnswer => ({
  kind: 'refused',
  status: 404,
  problem: { code, path: [asked], severity: 'error', params: { ...params, asked: asked.slice(0, 80) } },
});

export const malformed = (code: string, asked: string): ApiAnswer => ({
  kind: 'refused',
  status: 400,
  problem: { code, path: [asked], severity: 'error', params: { asked: asked.slice(0, 80) } },
});
