import { formatDate } from '../text/dates.ts';
import type { TownFrame } from './frame.ts';

export interface PageRecordProps {
  readonly frame: TownFrame;
  /** 記事番号; absent where the page gathers many articles */
  readonly articleNumber?: number | undefined;
  /** ISO date or instant of the newest thing on the page */
  readonly updatedAt: string | null;
  readonly bleed?: boolean;
}

/** 記事番号・更新日: as citizens know them from their town's site. */
export const PageRecord = ({ frame, articleNumber, updatedAt, bleed }: PageRecordProps) => {
  const { t, language } = frame;
  return (
    <div className={bleed === true ? 'wrap' : undefined}>
      <p className="page-record">
        {articleNumber === undefined ? null : <span>{t.footer.article(articleNumber)}</span>}
        {updatedAt === null ? null : <span>{t.footer.updated(formatDate(updatedAt, language))}</span>}
        <a className="page-record__top" href="#main">
          {t.footer.top}
        </a>
      </p>
    </div>
  );
};
