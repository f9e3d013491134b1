import { parseFigure } from '../../../../../domain/indicator/parse-figure.ts';
import { parseFiscalYear } from '../../../../../domain/kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../../../../../domain/kernel/problem.ts';

type Path = Problem['path'];

const longest = { title: 100, text: 4_000 } as const;

/** Reads what a planner types into the fields of a scenario, and gathers what cannot be read with its place. */
export class ScenarioReader {
  readonly problems: Problem[] = [];

  text(text: string, path: Path, limit: number = longest.text): string {
    const plain = text.trim();
    if (plain.length > limit)
      this.problems.push(errorAt('text-too-long', path, { length: plain.length, limit }));
    return plain;
  }

  /** A text that must be there. */
  title(text: string, path: Path): string {
    if (text.trim() === '') this.problems.push(errorAt('text-missing', path));
    return this.text(text, path, longest.title);
  }

  /** 1.8, 65,000, 全角 too; null: nothing typed. */
  number(text: string, path: Path): number | null {
    const read = parseFigure(text, path);
    if (read.ok) return read.value === null ? null : Number(read.value);
    this.problems.push(errorAt('scenario-not-a-number', path, { text: text.slice(0, 40) }));
    return null;
  }

  /** 人数 that must be there, whole: 65,000 and 65,000人. */
  persons(text: string, path: Path): number {
    if (text.trim() === '') this.problems.push(errorAt('text-missing', path));
    const persons = this.number(text.trim().replace(/人$/u, ''), path) ?? 0;
    if (!Number.isInteger(persons))
      this.problems.push(errorAt('scenario-not-whole', path, { text: text.trim().slice(0, 40) }));
    return persons;
  }

  /** 暦年: 2032, R14, 令和14年; null: nothing typed. */
  year(text: string, path: Path): number | null {
    if (text.trim() === '') return null;
    const year = parseFiscalYear(text.trim());
    if (year.ok) return year.value;
    this.problems.push(errorAt('scenario-not-a-year', path, { text: text.slice(0, 40) }));
    return null;
  }

  /** A year that must be there. */
  yearGiven(text: string, path: Path): number {
    if (text.trim() === '') this.problems.push(errorAt('text-missing', path));
    return this.year(text, path) ?? 0;
  }
}
