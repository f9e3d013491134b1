import type { Publication } from '../../../db/read-publication.ts';
import type { PublishedBudgetLine } from '../../../domain/budget/budget.ts';
import { commonDirections } from '../../../domain/evaluation/common-direction.ts';
import { DirectionMark } from '../../components/direction-mark.tsx';
import type { TownFrame } from '../../components/frame.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatYear } from '../../text/dates.ts';
import { evaluationWords } from '../../text/evaluation.ts';
import { budgetWords } from '../../text/evaluation-budget.ts';
import { tableLabel } from '../../text/table-label.ts';
import { proseYen, tableYen } from '../../text/yen.ts';

interface Props {
  readonly frame: TownFrame;
  readonly publication: Publication<'budget'>;
  readonly lines: readonly PublishedBudgetLine[];
}

const sumOf = (lines: readonly PublishedBudgetLine[]): number =>
  lines.reduce((total, { baseGeneralThousandYen }) => total + baseGeneralThousandYen, 0);

/** 編成の途中: what the evaluation said and what each direction cost in the base year; nothing is allocated yet. */
export const BudgetInMaking = ({ frame, publication, lines }: Props) => {
  const { language } = frame;
  const words = budgetWords(language);
  const classes = evaluationWords(language).directions;
  const before = formatYear(publication.content.baseFiscalYear, language);
  const open = lines.filter(({ requestedGeneralThousandYen }) => requestedGeneralThousandYen === null).length;
  const rows = ([...commonDirections, ''] as const)
    .map((common) => ({ common, own: lines.filter(({ evaluationClass }) => evaluationClass === common) }))
    .filter(({ own }) => own.length > 0);
  return (
    <section className="section" aria-labelledby="said">
      <h2 id="said">{words.making.title}</h2>
      <p className="finding phrase">
        {words.making.finding(lines.length, before, proseYen(sumOf(lines), language))}
        {open === 0 ? '' : `${language === 'ja' ? '' : ' '}${words.making.openRequests(open)}`}
      </p>
      <TableScroll label={tableLabel(words.making.title, language)}>
        <table className="table grade-table">
          <caption className="visually-hidden">{words.making.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.evaluation}</th>
              {[words.count, words.base(before), words.allocated].map((label) => (
                <th key={label} scope="col" className="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ common, own }) => (
              <tr key={common}>
                <th scope="row">
                  {common === '' ? (
                    words.noEvaluation
                  ) : (
                    <DirectionMark common={common} label={classes[common]} language={language} />
                  )}
                </th>
                <td className="number">{own.length}</td>
                <td className="number">{tableYen(sumOf(own))}</td>
                <td className="number">{words.open}</td>
              </tr>
            ))}
            <tr className="grade-table__whole">
              <th scope="row">{words.total}</th>
              <td className="number">{lines.length}</td>
              <td className="number">{tableYen(sumOf(lines))}</td>
              <td className="number">{words.open}</td>
            </tr>
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
};
