import type { DecisionRound } from '../../../../app/evaluation/read-decisions.ts';
import {
  agendaOf,
  beforeDeciding,
  type Decision,
  isDecided,
  machineDiffers,
  stagesDisagree,
  standingDirection,
  waitsForDecision,
} from '../../../../domain/evaluation/decision.ts';
import { totalOf } from '../../../../domain/evaluation/totals.ts';
import { DirectionMark } from '../../../components/direction-mark.tsx';
import { TableScroll } from '../../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../../middleware/session.ts';
import { japanTime } from '../../../text/japan-time.ts';
import { proseYen, tableYen } from '../../../text/yen.ts';
import { OfficeLayout } from '../../layout.tsx';
import { eventWords } from '../rounds/words.ts';

export interface AgendaProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: DecisionRound;
  readonly notice: string | undefined;
}

export const roundBase = (code: string, roundKey: string): string =>
  `/m/${code}/office/evaluation/${encodeURIComponent(roundKey)}`;

const Word = ({ decision }: { readonly decision: Decision }) => {
  const word = standingDirection(decision);
  return word === null ? <>—</> : <DirectionMark common={word.common} label={word.label} />;
};

/** Why the programme stands where it stands on the agenda. */
const Why = ({ view, decision }: { readonly view: DecisionRound; readonly decision: Decision }) => {
  const before = beforeDeciding(view.scheme, decision);
  const reasons = [
    ...(stagesDisagree(before) ? ['段階で方向がちがう'] : []),
    ...(machineDiffers(before) ? ['計算とちがう評価'] : []),
  ];
  return <>{reasons.length === 0 ? '—' : reasons.join('、')}</>;
};

const State = ({ view, decision }: { readonly view: DecisionRound; readonly decision: Decision }) => (
  <>
    {isDecided(decision)
      ? '決定済み'
      : waitsForDecision(view.scheme, decision)
        ? 'これから決める'
        : '前の段階で作業中'}
  </>
);

const Agenda = ({ view, base }: { readonly view: DecisionRound; readonly base: string }) => (
  <TableScroll label="議題（表）">
    <table className="table table--words agenda-table">
      <caption className="visually-hidden">議題</caption>
      <thead>
        <tr>
          <th scope="col" className="number">
            順
          </th>
          <th scope="col">事業</th>
          <th scope="col" className="number">
            費用（千円）
          </th>
          <th scope="col">先に決めるわけ</th>
          <th scope="col">前の段階</th>
          <th scope="col">決定</th>
          <th scope="col">状態</th>
        </tr>
      </thead>
      <tbody>
        {agendaOf(view.decisions, view.scheme).map((decision, at) => (
          <tr key={decision.subjectKey}>
            <td className="number">{at + 1}</td>
            <th scope="row">
              <a href={`${base}/meeting/${encodeURIComponent(decision.subjectKey)}`}>{decision.name}</a>
              <span className="figure-table__mark">
                {[decision.number, decision.unitName].filter(Boolean).join('　')}
              </span>
            </th>
            <td className="number">
              {decision.amountThousandYen === null ? '—' : tableYen(decision.amountThousandYen)}
            </td>
            <td>
              <Why view={view} decision={decision} />
            </td>
            <td>
              <Word decision={beforeDeciding(view.scheme, decision)} />
            </td>
            <td>{isDecided(decision) ? <Word decision={decision} /> : '—'}</td>
            <td>
              <State view={view} decision={decision} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
);

/** 決定の記録: who decided what, when; what was opened again stands there too. */
const DecisionLog = ({ view, base }: { readonly view: DecisionRound; readonly base: string }) => {
  const byKey = new Map(view.decisions.map((decision) => [decision.subjectKey, decision]));
  if (view.log.length === 0) return null;
  return (
    <section className="section" aria-labelledby="log">
      <h2 id="log">決定の記録</h2>
      <TableScroll label="決定の記録（表）">
        <table className="table table--words">
          <caption className="visually-hidden">決定の記録</caption>
          <thead>
            <tr>
              <th scope="col">日時</th>
              <th scope="col">事業</th>
              <th scope="col">したこと</th>
              <th scope="col">今の方向</th>
              <th scope="col">だれが</th>
              <th scope="col">理由</th>
            </tr>
          </thead>
          <tbody>
            {view.log.map((event) => {
              const decision = byKey.get(event.subjectKey);
              return (
                <tr key={event.eventId}>
                  <td className="table__nowrap">{japanTime(event.happenedAt)}</td>
                  <th scope="row">
                    <a href={`${base}/meeting/${encodeURIComponent(event.subjectKey)}`}>
                      {decision?.name ?? event.subjectKey}
                    </a>
                  </th>
                  <td>{eventWords[event.kind]}</td>
                  <td>{decision === undefined ? '—' : <Word decision={decision} />}</td>
                  <td>{event.byName === '' ? '—' : event.byName}</td>
                  <td>{event.note === '' ? '—' : event.note}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
};

export const progressWords = (view: DecisionRound): string => {
  const agenda = agendaOf(view.decisions, view.scheme);
  return `${agenda.filter(isDecided).length}/${agenda.length}`;
};

/** 本部の議題: the order of the meeting, how far it is, and what has been decided. Made to be printed. */
export const AgendaPage = ({ town, viewer, view, notice }: AgendaProps) => {
  const { round, scheme, decisions } = view;
  const base = roundBase(town.municipality, round.roundKey);
  const agenda = agendaOf(decisions, scheme);
  const waiting = agenda.filter((decision) => waitsForDecision(scheme, decision));
  const disputed = agenda.filter((decision) => stagesDisagree(beforeDeciding(scheme, decision)));
  const { amountThousandYen, withoutAmount } = totalOf(agenda.map((decision) => decision.amountThousandYen));
  // Goals and measures of a plan have no cost of their own.
  const known = withoutAmount === agenda.length ? '費用は不明' : `費用 ${proseYen(amountThousandYen, 'ja')}`;
  const cost = round.target === 'programme' ? `（${known}）` : '';
  const [first] = waiting;
  return (
    <OfficeLayout
      title="本部の議題"
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `/m/${town.municipality}/office/evaluation` },
        { label: round.title, href: base },
      ]}
      notice={notice}
    >
      <p className="finding">
        {agenda.length}件{cost}のうち、決定済みは
        {agenda.filter(isDecided).length}件、これから決めるのは{waiting.length}件です。
        {disputed.length === 0 ? '' : `段階で方向がちがう${disputed.length}件を先に扱います。`}
      </p>
      <ul className="link-row no-print">
        {first === undefined ? null : (
          <li>
            <a className="button" href={`${base}/meeting/${encodeURIComponent(first.subjectKey)}`}>
              一件ずつ決める（{progressWords(view)}）
            </a>
          </li>
        )}
        <li>
          <a href={`${base}/matrix`}>判断の表</a>
        </li>
        <li>
          <a href={`${base}/matrix/machine`}>計算と人の判断</a>
        </li>
      </ul>
      {agenda.length === 0 ? (
        <p>議題がありません。シートがまだないか、どの段階も方向を決めない様式です。</p>
      ) : (
        <Agenda view={view} base={base} />
      )}
      <DecisionLog view={view} base={base} />
    </OfficeLayout>
  );
};
