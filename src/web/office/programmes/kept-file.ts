import type { Form } from '../../middleware/form.ts';

/** One field of a form holds no more than that (middleware/form.ts). */
const longestPart = 90_000;

/** A file between two steps: base64 in fields of bearable length, so that its bytes — Shift_JIS too — stay what they are. */
export const keepFile = (bytes: Uint8Array): readonly string[] => {
  const text = Buffer.from(bytes).toString('base64');
  return Array.from({ length: Math.ceil(text.length / longestPart) }, (_, index) =>
    text.slice(index * longestPart, (index + 1) * longestPart),
  );
};

/** The file that was kept; null where none was. */
export const keptFile = (form: Form): { readonly name: string; readonly bytes: Uint8Array } | null => {
  const parts = form.all('content');
  if (parts.length === 0) return null;
  return { name: form.text('fileName'), bytes: Buffer.from(parts.join(''), 'base64') };
};

/** A line of the form: 列=項目, as on the command line. */
export const readMappingText = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const at = line.lastIndexOf('=');
        return at < 1 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      }),
  );
