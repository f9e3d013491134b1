import { townFile } from './schema.ts';

const parts = Object.keys(townFile.shape).filter((key) => key !== '$schema');

/** 団体データファイル name their parts; of another kind of file only the word may be the same (`municipality`). */
const isPart = (key: string, value: unknown): boolean =>
  key === 'municipality' ? typeof value === 'object' && value !== null : Array.isArray(value);

/**
 * Whether a file found below a folder is meant as a 団体データファイル: by its `$schema`, else by a part of one. One that
 * cannot be read counts where it speaks of such a part: a damaged file is told, not passed over.
 */
export const isTownFile = (text: string): boolean => {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return text.includes('town-file.schema.json') || parts.some((part) => text.includes(`"${part}"`));
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  const { $schema } = data as { readonly $schema?: unknown };
  if (typeof $schema === 'string') return $schema.endsWith('town-file.schema.json');
  return Object.entries(data).some(([key, value]) => parts.includes(key) && isPart(key, value));
};
