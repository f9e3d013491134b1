import { createTransport } from 'nodemailer';
import type { SendMessage } from '../app/deliver-mail.ts';

/** A server that does not answer must not hold up the other mails for minutes. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Hands messages to a mail server. `url`: smtp://user:password@host:port, smtps:// for TLS from the start. */
export const smtp = (url: string, from: string): SendMessage => {
  const transport = createTransport({ url, ...patience });
  return async ({ mailId, to, subject, text }) => {
    // The same id at every attempt, so that a mail server can see that it has the message already.
    await transport.sendMail({ from, to, subject, text, messageId: `<${mailId}@rashin.invalid>` });
  };
};
