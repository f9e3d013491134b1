import type { Context, MiddlewareHandler } from 'hono';
import type { Acting } from '../../app/acting.ts';
import { isoDateInJapan } from '../../app/japan-date.ts';
import { findViewer, type Visit } from '../../app/sign-in/find-viewer.ts';
import type { MunicipalityRow } from '../../db/read-town.ts';
import type { ActingAs } from '../../db/tenant.ts';
import type { Actor } from '../../domain/access/role.ts';
import { parseMunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import type { TextSize } from '../components/frame.ts';
import type { WebDeps } from '../deps.ts';
import { readTextSize } from '../public/text-size.ts';
import type { Form } from './form.ts';
import { clientAddress, isHttps } from './request-source.ts';
import { clearSessionCookie, hashToken, readSessionCookie } from './session-cookie.ts';

/** Who looks at a page of the office, and what the page's frame needs for that. */
export interface Viewer {
  readonly actor: Actor;
  readonly csrfToken: string;
  /** Names the session among the user's own; never shown. */
  readonly tokenHash: string;
  readonly mustChangePassword: boolean;
  readonly assets: WebDeps['assets'];
  readonly textSize: TextSize;
}

interface Always {
  readonly town: MunicipalityRow;
  readonly as: ActingAs;
  /** The form a POST carried, read and checked; there on every POST but those of JSON. */
  readonly form: Form;
}

/** Every office page but those of the login: somebody is there. */
export interface OfficeEnv {
  Variables: Always & { readonly viewer: Viewer };
}

/** Before the login. `ended`: why there is no viewer although the browser sent a token. */
export interface OpenOfficeEnv {
  Variables: Always & { readonly viewer: Viewer | null; readonly ended: Visit['ended'] };
}

/** What a command of app/ is given: the person of this request, from this address, on this day. */
export const actingOf = (c: Context<OfficeEnv>, deps: WebDeps): Acting => ({
  db: deps.db,
  as: c.var.as,
  actor: c.var.viewer.actor,
  now: deps.now(),
});

/** Finds the town of the address and the session of the cookie. Refuses nothing but an unknown town. */
export const officeSession =
  (deps: WebDeps): MiddlewareHandler<OpenOfficeEnv> =>
  async (c, next): Promise<Response | undefined> => {
    const code = parseMunicipalityCode(c.req.param('code') ?? '');
    if (!code.ok) return c.notFound();
    const https = isHttps(c.req.raw, deps.config);
    const token = readSessionCookie(c, code.value, https);
    const now = deps.now();
    const origin = `web ${clientAddress(c, deps.config)}`;
    const visit = await findViewer(
      deps.db,
      { municipality: code.value, origin },
      token === undefined ? null : hashToken(token),
      { now, demo: deps.config.demo },
    );
    if (visit.town === null) return c.notFound();
    if (visit.ended !== null) clearSessionCookie(c, code.value, https);
    c.set('town', visit.town);
    c.set(
      'viewer',
      visit.viewer === null ? null : { ...visit.viewer, assets: deps.assets, textSize: readTextSize(c) },
    );
    c.set('ended', visit.ended);
    c.set('as', {
      municipality: code.value,
      actor: visit.viewer?.actor.userId ?? 'anonymous',
      origin,
      today: isoDateInJapan(now),
    });
    await next();
    // What an office page shows is for one person and one moment.
    c.res.headers.set('Cache-Control', 'no-store');
    return undefined;
  };
