import { isNotStated } from './read-figure.ts';

/** Who has a programme, as the source says it: from the 部 down to the 課 that leads. */
export interface StatedUnit {
  readonly path: readonly string[];
  /** Further units named beside the leading one, as written; '' where there is none. */
  readonly others: string;
}

const tokens = (text: string): readonly string[] => (isNotStated(text) ? [] : text.trim().split(/[\s　]+/u));

/**
 * 「保健所　保健総務課　健康支援課」: the 部, the 課 that leads, and who else. Several 課 may also stand behind a ／.
 * A 部 that is データなし is none. Null where nobody is stated.
 */
export const readStatedUnit = (bureau: string, department: string): StatedUnit | null => {
  const above = tokens(bureau);
  const named = tokens(department);
  const all = named.length > 1 || above.length === 0 ? named : [...above.slice(0, 1), ...named];
  const [first, second, ...rest] = all.length === 0 ? above : all;
  if (first === undefined) return null;
  const [lead = first, ...beside] = (second ?? first).split('／');
  const path = second === undefined || first === lead ? [lead] : [first, lead];
  return { path, others: [...beside, ...rest].join('、') };
};

const kinds = ['委員会', 'センター', '部', '局', '課', '室', '係', '署', '館', '所', '園', '校', '会'];

/** 種別 of a unit made from its name alone. */
export const kindOfUnit = (name: string): string => {
  const plain = name.replace(/[（(].*$/u, '');
  return kinds.find((kind) => plain.endsWith(kind)) ?? '組織';
};
