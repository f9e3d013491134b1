import { readFileSync } from 'node:fs';
import { errorAt, type Problem } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';
import type { ColumnMapping } from '../domain/programme/import/read-columns.ts';

const fromFile = (path: string): Result<ColumnMapping, readonly Problem[]> => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : '';
    return refuse([errorAt('file-unreadable', [path], { cause })]);
  }
  try {
    const content: unknown = JSON.parse(text);
    const entries = typeof content === 'object' && content !== null ? Object.entries(content) : [];
    const wrong = entries.find(([, value]) => typeof value !== 'string');
    if (entries.length > 0 && !Array.isArray(content) && wrong === undefined)
      return ok(Object.fromEntries(entries.map(([from, to]) => [from, String(to)])));
  } catch {
    // Said below, as of any other text that is no mapping.
  }
  return refuse([errorAt('map-form', [path], { text: '{"列": "項目", …}' })]);
};

/** `--map` as often as it was given: 列=項目, or a JSON file of such pairs. The last one said of a column counts. */
export const readMapping = (given: readonly string[]): Result<ColumnMapping, readonly Problem[]> => {
  let mapping: ColumnMapping = {};
  for (const each of given) {
    const at = each.lastIndexOf('=');
    if (at > 0 && at < each.length - 1) {
      mapping = { ...mapping, [each.slice(0, at)]: each.slice(at + 1) };
      continue;
    }
    if (!each.endsWith('.json')) return refuse([errorAt('map-form', ['--map'], { text: each.slice(0, 60) })]);
    const read = fromFile(each);
    if (!read.ok) return read;
    mapping = { ...mapping, ...read.value };
  }
  return ok(mapping);
};
