import type { FrozenFigures } from '../../../../domain/evaluation/sheet.ts';
import { formatDecimal } from '../../../../domain/kernel/decimal.ts';
import { formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../../components/table-scroll.tsx';
import { tableYen } from '../../../text/yen.ts';

/** A stored figure with its thousands separated; words that stand for a figure stay as they are. */
const figureText = (text: string): string =>
  /^-?\d+(\.\d+)?$/u.test(text) ? formatDecimal(text, text.split('.')[1]?.length ?? 0) : text;

const yen = (amount: number | null | undefined): string => (amount == null ? '―' : tableYen(amount));

const Money = ({ years }: Pick<FrozenFigures, 'years'>) => {
  if (years.length === 0) return null;
  const rows = [
    { label: '予算', pick: (year: (typeof years)[number]) => year.budget.totalThousandYen },
    { label: '決算', pick: (year: (typeof years)[number]) => year.settled.totalThousandYen },
    {
      label: 'うち一般財源（決算）',
      pick: (year: (typeof years)[number]) => year.settled.funding?.general ?? null,
    },
    { label: '人件費', pick: (year: (typeof years)[number]) => year.personnelThousandYen },
    { label: '総事業費', pick: (year: (typeof years)[number]) => year.totalThousandYen },
  ].filter(({ pick }) => years.some((year) => pick(year) !== null));
  if (rows.length === 0) return <p className="quiet">経費は、まだ登録されていません。</p>;
  return (
    <TableScroll label="経費">
      <table className="table table--facts">
        <caption>経費（千円）</caption>
        <thead>
          <tr>
            <th scope="col">区分</th>
            {years.map(({ fiscalYear }) => (
              <th scope="col" className="number" key={fiscalYear}>
                {formatFiscalYear(fiscalYear, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, pick }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {years.map((year) => (
                <td className="number" key={year.fiscalYear}>
                  {yen(pick(year))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

const Measures = ({ measures }: Pick<FrozenFigures, 'measures'>) => {
  if (measures.length === 0) return <p className="quiet">活動・成果の指標は、登録されていません。</p>;
  const years = [
    ...new Set(measures.flatMap(({ figures }) => figures.map(({ fiscalYear }) => fiscalYear))),
  ].toSorted((a, b) => a - b);
  return (
    <TableScroll label="指標">
      <table className="table table--facts">
        <caption>活動・成果の指標（実績／目標）</caption>
        <thead>
          <tr>
            <th scope="col">指標</th>
            {years.map((year) => (
              <th scope="col" className="number" key={year}>
                {formatFiscalYear(year, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ measureKey, kind, name, unit, figures, sharedBy }) => (
            <tr key={measureKey}>
              <th scope="row">
                <span className="quiet">{kind === 'output' ? '活動' : '成果'}</span> {name}
                {unit !== '' && `（${unit}）`}
                {sharedBy > 1 && <span className="quiet">（{sharedBy}事業に共通）</span>}
              </th>
              {years.map((year) => {
                const figure = figures.find(({ fiscalYear }) => fiscalYear === year);
                return (
                  <td className="number" key={year}>
                    {figure?.actual == null ? (figure?.missing ?? '―') : figureText(figure.actual)}
                    {figure?.target != null && <span className="quiet">／{figureText(figure.target)}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

/** 事実: what the answers rest on, beside them. */
export const SheetFacts = ({
  figures,
  last,
}: {
  readonly figures: FrozenFigures;
  /** 令和5年度: 継続; '' : nothing is known */
  readonly last: string;
}) => (
  <aside className="sheet-facts" aria-label="数字と前年度">
    <Money years={figures.years} />
    <Measures measures={figures.measures} />
    {last !== '' && (
      <p>
        <b>前回の方向性</b> {last}
      </p>
    )}
  </aside>
);
