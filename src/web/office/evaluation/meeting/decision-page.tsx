import type { BudgetConsequence, DecisionRound } from '../../../../app/evaluation/read-decisions.ts';
import type { RoundSheetView } from '../../../../app/evaluation/read-round-sheet.ts';
import {
  agendaOf,
  type Decision,
  decidingStage,
  isDecided,
  stagesDisagree,
  standingDirection,
} from '../../../../domain/evaluation/decision.ts';
import { percentOf, totalOf } from '../../../../domain/evaluation/totals.ts';
import { formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import { DirectionMark } from '../../../components/direction-mark.tsx';
import type { OfficeEnv } from '../../../middleware/session.ts';
import { japanTime } from '../../../text/japan-time.ts';
import { formatThousandYen, proseYen } from '../../../text/yen.ts';
import type { FieldSentences } from '../../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../../layout.tsx';
import { SheetFields } from '../fields/sheet-fields.tsx';
import { eventWords } from '../rounds/words.ts';
import { SheetFacts } from '../sheets/sheet-facts.tsx';
import { formFields, type ShownForm } from '../sheets/sheet-form.ts';
import { progressWords, roundBase } from './agenda-page.tsx';
import { SaidTable } from './said-table.tsx';

export interface DecisionPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly round: DecisionRound;
  readonly decision: Decision;
  readonly view: RoundSheetView;
  readonly budget: BudgetConsequence | null;
  readonly shown: ShownForm;
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
}

/** Neighbours on the agenda: links with keys, so that the meeting goes on without a mouse. */
const Neighbours = ({ round, decision, base }: DecisionPageProps & { readonly base: string }) => {
  const agenda = agendaOf(round.decisions, round.scheme);
  const at = agenda.findIndex(({ subjectKey }) => subjectKey === decision.subjectKey);
  const [before, after] = [agenda[at - 1], agenda[at + 1]];
  const address = (to: Decision): string => `${base}/meeting/${encodeURIComponent(to.subjectKey)}`;
  return (
    <nav className="meeting-nav no-print" aria-label="議題">
      <ul className="link-row">
        <li>
          {before === undefined ? (
            <span className="quiet">前の議題なし</span>
          ) : (
            <a href={address(before)} rel="prev" data-meeting="previous">
              前の議題: {before.name}
            </a>
          )}
        </li>
        <li>
          <a href={`${base}/meeting`}>議題の一覧</a>
        </li>
        <li>
          {after === undefined ? (
            <span className="quiet">次の議題なし</span>
          ) : (
            <a href={address(after)} rel="next" data-meeting="next">
              次の議題: {after.name}
            </a>
          )}
        </li>
      </ul>
    </nav>
  );
};

const Head = ({ round, decision }: DecisionPageProps) => {
  const agenda = agendaOf(round.decisions, round.scheme);
  const at = agenda.findIndex(({ subjectKey }) => subjectKey === decision.subjectKey);
  const word = standingDirection(decision);
  return (
    <>
      <p className="meeting-place">
        {[
          `議題 ${at + 1}/${agenda.length}`,
          `決定済み ${progressWords(round)}`,
          decision.number,
          decision.unitName,
        ]
          .filter(Boolean)
          .join('　')}
      </p>
      <p className="meeting-state">
        {word === null ? (
          '方向はまだ示されていません。'
        ) : (
          <DirectionMark common={word.common} label={word.label} />
        )}
        {isDecided(decision) ? <b>決定済み</b> : null}
        {stagesDisagree(decision) ? <b>段階で方向がちがいます</b> : null}
        {decision.lastDirection === null ? null : (
          <span className="quiet">前回は「{decision.lastDirection.label}」</span>
        )}
      </p>
    </>
  );
};

/** 予算への影響: what the programme costs, its share of all, and what the coming budget asks for. */
const Consequence = ({ round, decision, budget }: DecisionPageProps) => {
  const amount = decision.amountThousandYen;
  const whole = totalOf(
    agendaOf(round.decisions, round.scheme).map(({ amountThousandYen }) => amountThousandYen),
  ).amountThousandYen;
  const change = budget === null ? 0 : budget.requestedGeneralThousandYen - budget.baseGeneralThousandYen;
  return (
    <section className="section" aria-labelledby="consequence">
      <h2 id="consequence">予算への影響</h2>
      <ul className="plain-bullets">
        <li>
          {amount === null
            ? '費用は登録されていません。'
            : `${formatFiscalYear(round.round.fiscalYear, 'wareki')}の費用は${proseYen(amount, 'ja')}、議題全体の${percentOf(amount, whole) ?? '0.0'}%です。やめればこの額、縮小ならその一部が浮き、拡大すればほかの財源が要ります。`}
        </li>
        <li>
          {budget === null
            ? 'この事業の予算の提案は、まだありません。'
            : `${formatFiscalYear(budget.fiscalYear, 'wareki')}の要求は一般財源で${formatThousandYen(budget.requestedGeneralThousandYen, 'ja')}（${formatFiscalYear(budget.baseFiscalYear, 'wareki')}の${formatThousandYen(budget.baseGeneralThousandYen, 'ja')}から${change === 0 ? '増減なし' : `${formatThousandYen(Math.abs(change), 'ja')}${change > 0 ? '増' : '減'}`}）です。`}
        </li>
      </ul>
    </section>
  );
};

const Decide = ({
  view,
  viewer,
  shown,
  sentences,
  decision,
  round,
  base,
}: DecisionPageProps & { readonly base: string }) => {
  const { stage, scheme, subject, record, last, sheet } = view;
  const deciding = decidingStage(round.scheme, decision.stageKeys);
  if (isDecided(decision)) return null;
  if (stage === null || stage.key !== deciding?.key)
    return <p className="notice">まだ決められません。いまは「{stage?.label ?? '—'}」の番です。</p>;
  if (!view.writable)
    return <p className="notice">「{stage.label}」の権限がある人が決めます。ここでは見るだけです。</p>;
  return (
    <form
      method="post"
      action={`${base}/meeting/${encodeURIComponent(decision.subjectKey)}`}
      className="meeting-form"
    >
      <CsrfField viewer={viewer} />
      <input type="hidden" name="stageKey" value={stage.key} />
      <input type="hidden" name="version" value={sheet.version} />
      {formFields(view).map((name) => (
        <input key={name} type="hidden" name={`before.${name}`} value={shown.before[name] ?? ''} />
      ))}
      <h2>{stage.label}</h2>
      <SheetFields
        scheme={scheme}
        stage={stage}
        typeKey={subject.typeKey}
        answers={shown.answers}
        prefilled={record?.prefilled ?? {}}
        lastYear={last?.answers.get(stage.key) ?? null}
        problems={sentences}
        readOnly={false}
        idPrefix="m-"
      />
      <div className="save-bar">
        <button type="submit" name="do" value="decide" className="button">
          決定して次の議題へ
        </button>
        <button type="submit" name="do" value="save" className="button button--quiet">
          決めずに保存する
        </button>
      </div>
    </form>
  );
};

const Remarks = ({ view }: DecisionPageProps) => {
  const remarks = [...view.due, ...view.said];
  if (remarks.length === 0) return null;
  return (
    <section className="section" aria-labelledby="remarks">
      <h2 id="remarks">指摘と対応</h2>
      <ul className="remarks">
        {remarks.map((remark) => (
          <li key={remark.remarkId}>
            <p className="small quiet">
              {formatFiscalYear(remark.fiscalYear, 'wareki')}
              {remark.audience === 'internal' ? '　庁内のみ' : ''}
            </p>
            <p className="prose">{remark.body}</p>
            <p className="prose">
              <b>対応</b> {remark.answer === '' ? 'まだありません。' : remark.answer}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Log = ({ view }: DecisionPageProps) => {
  const events = view.events.filter(({ kind }) => ['decide', 'reopen', 'return'].includes(kind));
  if (events.length === 0) return null;
  return (
    <section className="section" aria-labelledby="log">
      <h2 id="log">決定の記録</h2>
      <ul className="plain-bullets">
        {events.map((event) => (
          <li key={event.eventId}>
            {japanTime(event.happenedAt)}　{eventWords[event.kind]}　{event.byName}
            {event.note === '' ? '' : `　${event.note}`}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** 一件の判断: facts, what each stage said, what it means for the budget, the choices — on one screen. */
export const DecisionPage = (props: DecisionPageProps) => {
  const { town, viewer, round, decision, view, problems, notice } = props;
  const base = roundBase(town.municipality, round.round.roundKey);
  const programme = view.subject.programme;
  return (
    <OfficeLayout
      title={decision.name}
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `/m/${town.municipality}/office/evaluation` },
        { label: round.round.title, href: base },
        { label: '本部の議題', href: `${base}/meeting` },
      ]}
      notice={notice}
      problems={problems}
      scripts={['meeting-keys.js']}
    >
      <Neighbours {...props} base={base} />
      <Head {...props} />
      {programme === null || (programme.intent === '' && programme.means === '') ? null : (
        <p className="prose">{[programme.intent, programme.means].filter(Boolean).join('\n')}</p>
      )}
      <div className="meeting">
        <div className="meeting__facts">
          <SheetFacts figures={view.figures} last={decision.lastDirection?.label ?? ''} />
          <Consequence {...props} />
        </div>
        <div className="meeting__said">
          <h2>段階ごとの評価</h2>
          <SaidTable scheme={round.scheme} decision={decision} />
          <Remarks {...props} />
        </div>
      </div>
      <Decide {...props} base={base} />
      <Log {...props} />
      <p className="no-print">
        <a href={`${base}/sheets/${encodeURIComponent(decision.subjectKey)}`}>評価シートを見る</a>
      </p>
    </OfficeLayout>
  );
};
