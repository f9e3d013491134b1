import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { WebDeps } from '../deps.ts';
import { renderError } from '../error-page.tsx';
import { isSafeMethod } from './csrf.ts';
import { clientAddress } from './request-source.ts';

/**
 * Counted in this process's memory: it takes the edge off guessing and hammering. What must hold across processes
 * and restarts — the lock of an account — is in the database.
 */
export interface RateLimit {
  /** Allowed within `seconds`, per address. A town hall is one address, a carrier's customers may be too. */
  readonly points: number;
  readonly seconds: number;
}

/** Seconds to wait, or null when it may go on. */
export const makeCounter = ({ points, seconds }: RateLimit) => {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  const waitOf = (found: RateLimiterRes): number => Math.max(1, Math.ceil(found.msBeforeNext / 1000));
  return {
    /** Counts one. */
    take: async (address: string): Promise<number | null> => {
      try {
        await limiter.consume(address);
        return null;
      } catch (found) {
        if (found instanceof RateLimiterRes) return waitOf(found);
        throw found;
      }
    },
    /** Takes one back that turned out not to count. */
    giveBack: async (address: string): Promise<void> => {
      await limiter.reward(address);
    },
  };
};

export const tooManyRequests = (c: Context, deps: WebDeps, waitSeconds: number): Response => {
  c.header('Retry-After', String(waitSeconds));
  return renderError(c, deps, 429, {
    ja: {
      title: '少し待ってください',
      sentences: [
        '短い時間に多くの要求が届いたため、いったん止めました。',
        `${waitSeconds}秒ほど待ってから、もう一度試してください。`,
      ],
    },
    en: {
      title: 'Please wait a moment',
      sentences: [
        'Too many requests came from your address in a short time.',
        `Please try again in about ${waitSeconds} seconds.`,
      ],
    },
  });
};

/** 人口のページ: every choice of years, sources and assumptions is a page of its own, drawn anew. */
const pageOfChoices = /^(?:\/en)?\/m\/[^/]+\/population(?:\/|$)/;

/** Searches cost a scan, choices a page drawn anew, writes cost more; ordinary reading is not counted. */
const isCounted = (c: Context): boolean =>
  c.req.query('q') !== undefined ||
  Object.keys(c.req.query()).some((name) => name.startsWith('lever.') || pageOfChoices.test(c.req.path)) ||
  (c.req.path.startsWith('/api/') && !isSafeMethod(c.req.method));

/** For searches and calculations of the public pages and writes to the API, per address. */
export const rateLimits = (
  deps: WebDeps,
  limit: RateLimit = { points: 120, seconds: 60 },
): MiddlewareHandler => {
  const counter = makeCounter(limit);
  return async (c, next) => {
    const wait = isCounted(c) ? await counter.take(clientAddress(c, deps.config)) : null;
    return wait === null ? next() : tooManyRequests(c, deps, wait);
  };
};
