import type { Source } from '../../domain/kernel/source.ts';
import { formatDate } from '../text/dates.ts';
import type { TownFrame } from './frame.ts';

export interface SourceNoteProps {
  readonly frame: TownFrame;
  readonly source: Source | null;
  /** Inside a table cell or beside a figure: without the word 出典. */
  readonly bare?: boolean;
}

/** A month or a year is shown as the document states it. */
export const sourceDate = (date: string, language: 'ja' | 'en'): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return formatDate(date, language);
  const month = /^(\d{4})-(\d{2})$/.exec(date);
  if (month === null) return date;
  const first = formatDate(`${date}-01`, language);
  return language === 'ja' ? first.replace(/1日$/, '') : first.replace(/^1 /, '');
};

/** 出典: document, place in it, publisher and date, as every figure and text carries it. */
export const SourceNote = ({ frame, source, bare }: SourceNoteProps) => {
  if (source === null) return null;
  const details = [
    source.publisher,
    source.date === undefined ? undefined : sourceDate(source.date, frame.language),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('、');
  const title = `${source.document}${source.place === undefined || source.place === '' ? '' : ` ${source.place}`}`;
  return (
    <p className="source">
      {bare === true ? null : frame.t.plan.sourceLabel}
      <span lang="ja">
        {source.url === undefined ? title : <a href={source.url}>{title}</a>}
        {details === '' ? null : `（${details}）`}
      </span>
    </p>
  );
};
