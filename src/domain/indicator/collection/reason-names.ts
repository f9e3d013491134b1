import type { IndicatorValue } from '../indicator.ts';
import { isMissingReason, type MissingReason } from '../missing-reason.ts';

/** 値がない理由, as the sheet and its CSV write them. */
export const reasonNames: Readonly<Record<MissingReason, string>> = {
  'not-yet-due': '未公表・未到来',
  'not-surveyed': '調査のない年',
  'not-measurable': '測定できない',
  discontinued: '廃止・終了',
  'definition-changed': '定義が変わった',
  suppressed: '秘匿',
  'approximate-only': '概数のみ',
};

const byName = new Map(
  Object.entries(reasonNames).map(([key, name]) => [name.normalize('NFKC'), key as MissingReason]),
);

/** By key or by name; null: no such reason. */
export const reasonOf = (text: string): MissingReason | null => {
  const plain = text.normalize('NFKC').trim();
  return isMissingReason(plain) ? plain : (byName.get(plain) ?? null);
};

/** 確定の別 */
export const statusNames: Readonly<Record<IndicatorValue['status'], string>> = {
  final: '確定',
  provisional: '速報',
  estimated: '推計',
};

const statusByName = new Map(
  Object.entries(statusNames).flatMap(([key, name]) => [
    [key, key as IndicatorValue['status']],
    [name, key as IndicatorValue['status']],
  ]),
);

/** By key or by name; null: no such. */
export const statusOf = (text: string): IndicatorValue['status'] | null =>
  statusByName.get(text.normalize('NFKC').trim()) ?? null;
