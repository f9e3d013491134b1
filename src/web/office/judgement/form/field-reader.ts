import { parseFigure } from '../../../../domain/indicator/parse-figure.ts';
import { parseFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import {
  divideFractions,
  exactDecimal,
  fractionOf,
  wholeFraction,
} from '../../../../domain/kernel/fraction.ts';
import { errorAt, type Problem, placed } from '../../../../domain/kernel/problem.ts';

type Path = Problem['path'];

/** Reads what a person types into the fields of a scheme, and gathers what cannot be read with its place. */
export class FieldReader {
  readonly problems: Problem[] = [];

  /** A text that must be there. */
  title(text: string, path: Path): string {
    if (text.trim() === '') this.problems.push(errorAt('text-missing', path));
    return text.trim();
  }

  /** Decimal string; '80%' is 0.8. null: nothing typed. */
  figure(text: string, path: Path): string | null {
    const percent = /^(.*?)[%％]\s*$/u.exec(text.trim());
    const read = parseFigure(percent?.[1] ?? text, path);
    if (!read.ok) {
      const { params, ...problem } = read.error;
      this.problems.push({
        ...problem,
        code: 'scheme-not-a-number',
        params: { text: String(params?.text ?? '') },
      });
      return null;
    }
    if (percent === null || read.value === null) return read.value;
    const share = divideFractions(fractionOf(read.value), wholeFraction(100));
    const decimal = share === null ? null : exactDecimal(share);
    // 10% is 0.1, not 0.10.
    return decimal?.includes('.') ? decimal.replace(/\.?0+$/u, '') : decimal;
  }

  /** A figure that must be there. */
  given(text: string, path: Path): string {
    const before = this.problems.length;
    const figure = this.figure(text, path);
    if (figure === null && this.problems.length === before) this.problems.push(errorAt('text-missing', path));
    return figure ?? '0';
  }

  whole(text: string, path: Path, most: number): number | null {
    const plain = text.normalize('NFKC').trim();
    if (plain === '') return null;
    if (/^\d{1,6}$/u.test(plain) && Number(plain) <= most) return Number(plain);
    this.problems.push(errorAt('scheme-whole-number', path, { text: text.slice(0, 40), limit: most }));
    return null;
  }

  /** A whole number that must be there. */
  count(text: string, path: Path, most: number): number {
    if (text.trim() === '') this.problems.push(errorAt('text-missing', path));
    return this.whole(text, path, most) ?? 0;
  }

  year(text: string, path: Path): number | null {
    if (text.trim() === '') return null;
    const year = parseFiscalYear(text);
    if (year.ok) return year.value;
    this.problems.push(placed(path, year.error));
    return null;
  }

  /** A fiscal year that must be there. */
  yearGiven(text: string, path: Path): number {
    if (text.trim() === '') this.problems.push(errorAt('text-missing', path));
    return this.year(text, path) ?? 0;
  }

  /** One of the choices of a list; what is chosen nowhere is told. */
  chosen(text: string, path: Path): string {
    if (text === '') this.problems.push(errorAt('scheme-choose', path));
    return text;
  }

  /** A table by key: two rows for one key are told. */
  table<T>(rows: readonly (readonly [key: string, value: T])[], path: Path): Record<string, T> {
    const table: Record<string, T> = {};
    for (const [key, value] of rows) {
      if (Object.hasOwn(table, key)) this.problems.push(errorAt('scheme-row-twice', [...path, key]));
      // A key of its own, whatever it is called.
      Object.defineProperty(table, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return table;
  }
}

/** 件、人 / 件,人: words in one field. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .split(/[、，,\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
