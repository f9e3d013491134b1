import type { SeriesKind } from './series.ts';

/** 人口の系列の種類 in Japanese: of the office, the command line, the files and the public pages alike. */
export const seriesKindNames: Readonly<Record<SeriesKind, string>> = {
  census: '国勢調査',
  register: '住民基本台帳',
  estimate: '現在の人口の推計',
  projection: '他機関の将来推計',
  'own-projection': '市町村の将来推計や目標',
};
