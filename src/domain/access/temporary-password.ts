/** Without letters that are taken for digits or for each other when read out. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * 仮パスワード for a person to be told once and to change: four groups of four from random bytes (16 or more).
 * @example temporaryPassword(bytes) // => 'k3mq-w8xa-…'
 */
export const temporaryPassword = (bytes: Uint8Array): string => {
  if (bytes.length < 16) throw new Error('temporaryPassword requires 16 random bytes');
  const drawn = [...bytes.subarray(0, 16)].map((byte) => letters[byte % letters.length]).join('');
  return drawn.replaceAll(/(.{4})(?=.)/g, '$1-');
};
