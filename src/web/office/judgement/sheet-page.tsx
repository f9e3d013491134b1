import type { JudgementSheet } from '../../../app/judgement/read-judgement-sheet.ts';
import type { JudgedIndicator, YearJudgements } from '../../../app/judgement/read-judgements.ts';
import { overallAxis } from '../../../domain/indicator/judgement/overall-axis.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { formatInstant } from '../instant-words.ts';
import { OfficeLayout } from '../layout.tsx';
import { AxisMark } from './axis-mark.tsx';
import { groupingsOf } from './groupings.ts';
import { HumanSaid } from './human-said.tsx';
import { RollUpTables } from './roll-up-tables.tsx';
import { type SheetFilter, SheetFilters } from './sheet-filters.tsx';
import { standInText, valueText } from './value-text.tsx';

export interface SheetPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly sheet: JudgementSheet;
  readonly year: YearJudgements;
  readonly filter: SheetFilter;
  /** Those the filter lets through. */
  readonly shown: readonly JudgedIndicator[];
  /** Figures of the year that are entered and not public. */
  readonly entered: number;
  readonly mayMark: (unitKey: string | null) => boolean;
  readonly notice: string | undefined;
}

interface RowProps extends SheetPageProps {
  readonly one: JudgedIndicator;
  readonly unitName: string;
}

const Row = ({ one, year, unitName, town, mayMark, filter }: RowProps) => {
  const { scheme } = year.compiled;
  const { fiscalYear } = year.year;
  const { indicator } = one.loaded;
  const overall = overallAxis(scheme)?.axisKey;
  const href = `/m/${town.municipality}/office/indicators/${encodeURIComponent(indicator.indicatorKey)}`;
  const standIn = standInText(one, fiscalYear);
  return (
    <tbody className="sheet-row" id={`i-${indicator.indicatorKey}`}>
      <tr>
        <th scope="row">
          <a href={href}>{indicator.name}</a>
          <span className="quiet small">{unitName}</span>
        </th>
        <td>
          {valueText(one, fiscalYear)}
          {standIn !== '' && <span className="quiet small">{standIn}</span>}
        </td>
        <td>
          {one.machine.axes.map((judged) => (
            <span key={judged.axisKey} className="judged-list__axis">
              {one.machine.axes.length > 1 &&
                `${scheme.axes.find(({ axisKey }) => axisKey === judged.axisKey)?.name ?? ''}${judged.axisKey === overall ? '（見出し）' : ''}: `}
              <AxisMark scheme={scheme} judged={judged} />
            </span>
          ))}
          {one.machine.published.map(({ name, text }) =>
            text === null ? null : (
              <span key={name} className="quiet small">
                {name} {text}
              </span>
            ),
          )}
        </td>
        <td>
          <HumanSaid scheme={scheme} human={[...one.human, ...one.humanOfOtherScheme]} />
        </td>
      </tr>
      <tr className="sheet-row__more">
        <td colSpan={4}>
          <details>
            <summary>
              計算の過程<span className="visually-hidden">（{indicator.name}）</span>
            </summary>
            <ul className="arithmetic">
              {one.machine.arithmetic().map(({ text }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one calculation, in its order
                <li key={at}>{text}</li>
              ))}
            </ul>
          </details>
          {mayMark(indicator.unitKey) && (
            <a
              className="no-print sheet-row__write"
              href={`${href}/judgement?${new URLSearchParams({ year: String(fiscalYear), back: 'sheet', ...(filter.drafts ? { figures: 'entered' } : {}) })}`}
            >
              人による判定を書く<span className="visually-hidden">（{indicator.name}）</span>
            </a>
          )}
        </td>
      </tr>
    </tbody>
  );
};

const Figures = ({ filter, entered }: Pick<SheetPageProps, 'filter' | 'entered'>) => {
  if (filter.drafts)
    return (
      <p className="notice no-print">
        公開前の値も含めて判定しています。公開画面とは違うことがあります。
        <a href="?">公開中の値だけで判定する</a>
      </p>
    );
  return entered === 0 ? null : (
    <p className="notice no-print">
      入力済みで公開前の値が{entered}件あります。この表は、公開中の値だけで判定しています。
      <a href="?figures=entered">公開前の値も含めて判定する</a>
    </p>
  );
};

/** 判定表: every indicator of a year, what the machine found and how, what people said, and the roll-up. */
export const SheetPage = (props: SheetPageProps) => {
  const { town, viewer, sheet, year, shown } = props;
  const office = `/m/${town.municipality}/office`;
  const label = formatFiscalYear(year.year.fiscalYear, 'wareki');
  const unitNames = new Map(sheet.units.map(({ unitKey, name }) => [unitKey, name]));
  const { scheme } = year.compiled;
  return (
    <OfficeLayout
      title={`${label}の判定表`}
      town={town}
      viewer={viewer}
      current="indicators"
      breadcrumb={[
        { label: '指標', href: `${office}/indicators` },
        { label: '判定', href: `${office}/judgement` },
      ]}
      notice={props.notice}
      scripts={['print-button.js']}
      publicHref={`/m/${town.municipality}/indicators`}
    >
      <p>
        判定基準:{' '}
        <a href={`${office}/judgement/schemes/${year.year.schemeKey}/${year.year.schemeVersion}`}>
          {scheme.name}（第{year.year.schemeVersion}版）
        </a>
        。
        {year.year.publishedAt === null
          ? '公開前です。'
          : `${formatInstant(year.year.publishedAt)}に公開しました。`}
      </p>
      <Figures {...props} />
      <section className="section" aria-labelledby="sum-title">
        <h2 id="sum-title">集計</h2>
        <RollUpTables year={year} indicators={year.indicators} groupings={groupingsOf(sheet)} />
      </section>
      <section className="section" aria-labelledby="all-title">
        <h2 id="all-title">指標ごとの判定</h2>
        <SheetFilters {...props} />
        {shown.length === 0 ? (
          <p>当てはまる指標がありません。</p>
        ) : (
          <TableScroll label="指標ごとの判定の表">
            <table className="table sheet-table">
              <caption className="visually-hidden">指標ごとの判定</caption>
              <thead>
                <tr>
                  <th scope="col">指標・担当</th>
                  <th scope="col">{label}の値</th>
                  <th scope="col">計算による判定</th>
                  <th scope="col">人による判定</th>
                </tr>
              </thead>
              {shown.map((one) => (
                <Row
                  key={one.judgeable.indicatorKey}
                  {...props}
                  one={one}
                  unitName={
                    one.loaded.indicator.unitKey === null
                      ? '担当なし'
                      : (unitNames.get(one.loaded.indicator.unitKey) ?? one.loaded.indicator.unitKey)
                  }
                />
              ))}
            </table>
          </TableScroll>
        )}
      </section>
      {scheme.readings.length > 0 && (
        <section className="section" aria-labelledby="readings-title">
          <h2 id="readings-title">判定の読み方</h2>
          <ul className="plain-list">
            {scheme.readings.map((reading) => (
              <li key={reading}>{reading}</li>
            ))}
          </ul>
        </section>
      )}
    </OfficeLayout>
  );
};
