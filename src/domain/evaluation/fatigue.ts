import type { Answers } from './sheet.ts';

/** One record as far as its work goes. Instants are ISO. */
export interface RecordWork {
  /** What it is counted under (the unit, the type, the stage). */
  readonly group: string;
  /** Fields it asks, given its answers. */
  readonly asked: readonly string[];
  readonly answers: Answers;
  /** As stored: '' marks what was filled and then changed. */
  readonly prefilled: Readonly<Record<string, string>>;
  readonly firstSavedAt: string | null;
  readonly lastSavedAt: string | null;
}

/** 記入の手間 of a group. Means are of its records, to a tenth; null: nothing to take it of. */
export interface Workload {
  readonly group: string;
  readonly records: number;
  /** Fields asked, together. */
  readonly asked: number;
  readonly askedMean: number;
  /** Fields that stood there before anybody typed. */
  readonly prefilled: number;
  /** Of the fields asked, per cent. */
  readonly prefilledPercent: number | null;
  /** Of the prefilled ones, how many were changed. */
  readonly changed: number;
  /** Characters people wrote in words, a record. */
  readonly writtenMean: number;
  /** Minutes between the first and the last save, the middle of the records saved more than once. */
  readonly medianMinutes: number | null;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

const minutesOf = ({ firstSavedAt, lastSavedAt }: RecordWork): readonly number[] =>
  firstSavedAt === null || lastSavedAt === null || firstSavedAt === lastSavedAt
    ? []
    : [(Date.parse(lastSavedAt) - Date.parse(firstSavedAt)) / 60_000];

const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return tenth(sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2);
};

const writtenBy = ({ answers, prefilled }: RecordWork): number =>
  Object.entries(answers).reduce(
    (sum, [name, said]) =>
      /^(?:text|reason|remark)\.|\.reason$/u.test(name) && (prefilled[name] ?? '') === ''
        ? sum + [...said].length
        : sum,
    0,
  );

const workloadOf = (group: string, records: readonly RecordWork[]): Workload => {
  const sum = (count: (record: RecordWork) => number) => records.reduce((all, each) => all + count(each), 0);
  const asked = sum((record) => record.asked.length);
  const prefilled = sum((record) => record.asked.filter((name) => name in record.prefilled).length);
  return {
    group,
    records: records.length,
    asked,
    askedMean: tenth(asked / records.length),
    prefilled,
    prefilledPercent: asked === 0 ? null : tenth((prefilled / asked) * 100),
    changed: sum(({ prefilled: marks }) => Object.values(marks).filter((from) => from === '').length),
    writtenMean: tenth(sum(writtenBy) / records.length),
    medianMinutes: medianOf(records.flatMap(minutesOf)),
  };
};

/** By group, in the order the groups first come. */
export const workloads = (records: readonly RecordWork[]): readonly Workload[] => {
  const groups = new Map<string, RecordWork[]>();
  for (const record of records) {
    const group = groups.get(record.group);
    if (group === undefined) groups.set(record.group, [record]);
    else group.push(record);
  }
  return [...groups].map(([group, members]) => workloadOf(group, members));
};
