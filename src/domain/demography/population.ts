export type Sex = 'male' | 'female';
export const sexes: readonly Sex[] = ['male', 'female'];

export type BySex<T> = Readonly<Record<Sex, T>>;

/** 男女・年齢階級別人口: persons by age group, youngest first, the open group last. */
export type Population = BySex<readonly number[]>;

export const bySex = <T>(make: (sex: Sex) => T): BySex<T> => ({ male: make('male'), female: make('female') });

/** A cell of a table that was checked before. @throws for a place outside it: a bug. */
export const cell = (values: ArrayLike<number>, index: number): number => {
  const value = values[index];
  if (value === undefined) throw new Error(`cell requires an index below ${values.length}, not ${index}`);
  return value;
};

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** 総数, both sexes */
export const totalOf = ({ male, female }: Population): number => sumOf(male) + sumOf(female);
