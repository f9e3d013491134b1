import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { SendMessage } from '../app/deliver-mail.ts';

/**
 * Where no mail server is configured, messages become .eml files that any mail program opens: `folder`/<id>.eml.
 * Written beside and renamed, so that nobody reads half a message.
 */
export const mailbox = (folder: string, from: string): SendMessage => {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return async ({ mailId, to, subject, text }) => {
    const composed = await transport.sendMail({
      from,
      to,
      subject,
      text,
      messageId: `<${mailId}@rashin.invalid>`,
    });
    if (!(composed.message instanceof Uint8Array)) throw new Error('the mailbox composes into a buffer');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = join(folder, `${mailId}.new`);
    await writeFile(draft, composed.message, { mode: 0o600 });
    await rename(draft, join(folder, `${mailId}.eml`));
  };
};
