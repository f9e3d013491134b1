import { z } from 'zod';
import type { Form } from '../middleware/form.ts';
import { isOfficePath } from './office-path.ts';

/**
 * A form sent after its session had ended: what was typed travels through the login and comes back as a form of its
 * own, with the new session's token. It is shown and sent by the person, never by itself, so a stranger's fields
 * cannot be carried out by somebody's logging in.
 */
export interface Interrupted {
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

export const resumeField = '_resume';

/** Characters of JSON that travel through the login; more is left to the browser's own way back. */
export const longestResume = 2_000_000;

/**
 * Never kept: passwords, the token of the old session, and what the second factor is set up with. An item's 番号 is
 * called `code` too, so that name is a secret only where one's own account is changed.
 */
const isSecret = (path: string, name: string): boolean =>
  name.startsWith('_') ||
  /password/i.test(name) ||
  (/\/office\/(account|login)\b/.test(path) && /^(code|secret)$/.test(name));

export const resumeFromForm = (path: string, form: Form): Interrupted => ({
  path,
  fields: form.entries.filter(([name]) => !isSecret(path, name)),
});

const interrupted = z.object({
  path: z.string().max(1000),
  fields: z.array(z.tuple([z.string().max(200), z.string()])).max(5000),
});

export const parseResume = (code: string, text: string): Interrupted | null => {
  if (text === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = interrupted.safeParse(value);
  return parsed.success && isOfficePath(code, parsed.data.path) ? parsed.data : null;
};
