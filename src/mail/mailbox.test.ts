import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { mailbox } from './mailbox.ts';
import { smtp } from './smtp.ts';

const folder = mkdtempSync(join(tmpdir(), 'rashin-mail-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const message = {
  mailId: '11111111-1111-4111-8111-111111111111',
  to: 'tanto@example.lg.jp',
  subject: '【塩尻市】実績値の入力のお願い',
  text: '期限は12月18日です。\n.\n二行目',
};

describe('メールの渡し先', () => {
  it('サーバーがなければ、一通ずつファイルになる', async () => {
    const send = mailbox(join(folder, 'mailbox'), '企画課 <kikaku@example.lg.jp>');
    await send(message);
    await send(message);
    expect(readdirSync(join(folder, 'mailbox'))).toEqual([`${message.mailId}.eml`]);
    const eml = readFileSync(join(folder, 'mailbox', `${message.mailId}.eml`), 'utf8');
    expect(eml).toMatch(/^To: tanto@example\.lg\.jp\r?$/m);
    expect(eml).toContain(`<${message.mailId}@rashin.invalid>`);
    expect(eml).not.toContain('Bcc');
  });

  /** A mail server of a dozen lines: what it was told, and with what it answers a recipient. */
  const server = (recipient: string) => {
    const told: string[] = [];
    const listening = createServer((socket) => {
      let data = false;
      socket.write('220 test\r\n');
      socket.on('data', (chunk) => {
        for (const line of chunk.toString().split('\r\n')) {
          if (line === '') continue;
          told.push(line);
          if (data) {
            if (line === '.') {
              data = false;
              socket.write('250 ok\r\n');
            }
          } else if (line === 'DATA') {
            data = true;
            socket.write('354 go\r\n');
          } else if (line.startsWith('RCPT')) socket.write(`${recipient}\r\n`);
          else if (line === 'QUIT') socket.end('221 bye\r\n');
          else socket.write('250 ok\r\n');
        }
      });
    });
    return new Promise<{ url: string; told: string[]; close: () => void }>((resolve) => {
      listening.listen(0, '127.0.0.1', () => {
        const address = listening.address();
        const port = typeof address === 'object' ? address?.port : 0;
        resolve({ url: `smtp://127.0.0.1:${port}`, told, close: () => listening.close() });
      });
    });
  };

  it('サーバーがあれば、渡す', async () => {
    const { url, told, close } = await server('250 ok');
    await smtp(url, 'rashin@example.lg.jp')(message);
    close();
    expect(told).toContain('MAIL FROM:<rashin@example.lg.jp>');
    expect(told).toContain('RCPT TO:<tanto@example.lg.jp>');
    expect(existsSync(join(folder, 'mailbox'))).toBe(false);
  });

  it('サーバーが断れば、その言葉で断る', async () => {
    const { url, close } = await server('550 no such user');
    await expect(smtp(url, 'rashin@example.lg.jp')(message)).rejects.toThrow('550 no such user');
    close();
  });

  it('だれも聞いていなければ断る', async () => {
    const { url, close } = await server('250 ok');
    close();
    await expect(smtp(url, 'rashin@example.lg.jp')(message)).rejects.toThrow(/ECONNREFUSED|Connection/);
  });
});
