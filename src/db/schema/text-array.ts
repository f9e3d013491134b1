import { customType } from 'drizzle-orm/pg-core';

/** `{"a b",c,"\\"}`: an element is quoted with backslash escapes, or bare. One dimension, no NULL. */
const element = /"((?:[^"\\]|\\.)*)"|([^,{}"]+)/gsu;

export const parseTextArray = (literal: string): string[] =>
  [...literal.slice(1, -1).matchAll(element)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/gsu, '$1'),
  );

export const printTextArray = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/gu, '\\$&')}"`).join(',')}}`;

/** text[]: the query builder's own reading of arrays loses every backslash. */
export const textArray = customType<{ data: string[]; driverData: string }>({
  dataType: () => 'text[]',
  fromDriver: parseTextArray,
  toDriver: printTextArray,
});
