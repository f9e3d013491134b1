import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJudgementScheme } from '../../src/app/judgement/read-judgement-scheme.ts';
import { problemSentence } from '../../src/documents/problem-text/sentences.ts';
import { compileScheme } from '../../src/domain/indicator/judgement/compile-scheme.ts';
import { judge } from '../../src/domain/indicator/judgement/judge.ts';
import { rollUp } from '../../src/domain/indicator/judgement/roll-up.ts';
import { installationFolder } from '../../src/installation.ts';
import { judgeable, year } from './any-judgement.ts';

const folder = join(installationFolder, 'schemes', 'judgement');
const shipped: readonly unknown[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));

type Place = readonly (string | number)[];

const placesIn = (value: unknown, path: Place = []): readonly Place[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : [
        path,
        ...Object.entries(value).flatMap(([key, inner]) =>
          placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ];

/** A copy with one place changed: taken away, or put to something else that also stands in schemes. */
const changed = (content: unknown, path: Place, to: unknown): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  if (Array.isArray(content))
    return to === undefined && rest.length === 0
      ? content.filter((_, at) => at !== first)
      : content.map((inner, at) => (at === first ? changed(inner, rest, to) : inner));
  const copy = { ...(content as Record<string, unknown>) };
  if (to === undefined && rest.length === 0) delete copy[first];
  else copy[first] = changed(copy[first], rest, to);
  return copy;
};

const otherValue = fc.constantFrom<unknown[]>(
  undefined,
  null,
  '',
  'next',
  'A',
  'x',
  '0',
  '-1',
  '0.5',
  '1e3',
  2015,
  -1,
  1.5,
  true,
  [],
  {},
  '__proto__',
  'constructor',
  'latest',
  'this-year',
  'percent',
);

it('方式のどこを壊しても、言葉で断るか、判定できる方式のままである', () => {
  let [refused, accepted] = [0, 0];
  fc.assert(
    fc.property(
      fc
        .constantFrom(...shipped)
        .chain((content) => fc.tuple(fc.constant(content), fc.constantFrom(...placesIn(content)))),
      otherValue,
      judgeable,
      year,
      ([content, path], to, indicator, fiscalYear) => {
        const scheme = readJudgementScheme(changed(content, path, to));
        if (!scheme.ok) {
          refused += 1;
          expect(scheme.error.length).toBeGreaterThan(0);
          for (const problem of scheme.error) expect(problemSentence(problem)).not.toMatch(/undefined|NaN/);
          return;
        }
        accepted += 1;
        const compiled = compileScheme(scheme.value);
        if (!compiled.ok) throw new Error('what is read can be compiled');
        const judgement = judge(compiled.value, indicator, fiscalYear);
        for (const { grade, reason } of judgement.axes) expect(grade !== null || reason !== null).toBe(true);
        judgement.arithmetic();
        expect(rollUp(compiled.value, [{ judgeable: indicator, judgement }]).entries).toBe(1);
      },
    ),
    { numRuns: 3000 },
  );
  expect(refused).toBeGreaterThan(300);
  expect(accepted).toBeGreaterThan(300);
});
