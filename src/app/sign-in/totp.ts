import { createHash, randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';

const period = 30;

export const newTotpSecret = (): string => generateSecret();

/** What a sealed secret is bound to: one person's second factor. */
export const totpPlace = (municipality: string, userId: string): string => `totp ${municipality} ${userId}`;

/** What the QR code says to the authenticator app. */
export const totpUri = (secret: string, login: string, town: string): string =>
  generateURI({ issuer: `羅針 ${town}`, label: login, secret });

/**
 * RFC 6238, six digits, 30 s, one step of clock difference either way. `lastStep`: the last step a code was
 * accepted for; that one and earlier ones are refused, so a code that was looked over a shoulder is worth nothing.
 * @returns the step of the code, or null.
 */
export const verifyTotp = (
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | null => {
  const token = code.normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  // Checked here rather than by `afterTimeStep`, which throws when the clock was set back.
  const found = verifySync({ secret, token, epoch, period, epochTolerance: period });
  if (!found.valid) return null;
  const step = Math.floor(epoch / period) + found.delta;
  return lastStep !== null && step <= lastStep ? null : step;
};

/** Without letters that are taken for digits (Crockford). */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** 80 random bits, in groups of four: 7k3m-q0wx-… */
const newRecoveryCode = (): string =>
  Array.from(randomBytes(16), (byte) => letters[byte % 32])
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-');

export const newRecoveryCodes = (): readonly string[] => Array.from({ length: 10 }, newRecoveryCode);

/** Random codes of 80 bits need no slow hash. Read as typed: with or without hyphens, O for 0, l for 1. */
export const hashRecoveryCode = (code: string): string =>
  createHash('sha256')
    .update(
      code
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^0-9a-z]/g, '')
        .replaceAll('o', '0')
        .replaceAll(/[il]/g, '1'),
    )
    .digest('hex');
