import { Hono } from 'hono';
import {
  type Reviewed,
  type ReviewView,
  readDecisionReview,
} from '../../../../app/evaluation/read-decision-review.ts';
import { mayAnywhere } from '../../../../domain/access/may.ts';
import { standingDirection } from '../../../../domain/evaluation/decision.ts';
import { formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import { DirectionMark } from '../../../components/direction-mark.tsx';
import type { WebDeps } from '../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { proseYen } from '../../../text/yen.ts';
import { OfficeLayout } from '../../layout.tsx';
import { roundBase } from '../meeting/agenda-page.tsx';
import { SaidTable } from '../meeting/said-table.tsx';

interface Props extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: ReviewView;
}

const Remarks = ({ remarks }: Pick<Reviewed, 'remarks'>) =>
  remarks.length === 0 ? (
    <p className="quiet">これまでの指摘はありません。</p>
  ) : (
    <ul className="remarks">
      {remarks.map((remark) => (
        <li key={remark.remarkId}>
          <p className="small quiet">{formatFiscalYear(remark.fiscalYear, 'wareki')}</p>
          <p className="prose">{remark.body}</p>
          <p className="prose">
            <b>どうなったか</b> {remark.answer === '' ? 'まだ回答がありません。' : remark.answer}
          </p>
        </li>
      ))}
    </ul>
  );

const One = ({
  view,
  each,
  base,
}: {
  readonly view: ReviewView;
  readonly each: Reviewed;
  readonly base: string;
}) => {
  const { decision, stage, waits, remarks } = each;
  const word = standingDirection(decision);
  const id = `review-${decision.subjectKey}`;
  return (
    <article className="review section section--ruled" aria-labelledby={id}>
      <h2 id={id}>{decision.name}</h2>
      <p className="meeting-state">
        {word === null ? null : <DirectionMark common={word.common} label={word.label} />}
        <span>
          {[
            decision.number,
            decision.unitName,
            decision.amountThousandYen === null ? '' : `費用 ${proseYen(decision.amountThousandYen, 'ja')}`,
          ]
            .filter(Boolean)
            .join('　')}
        </span>
      </p>
      <p className="actions">
        <a
          className={waits ? 'button' : 'button button--quiet'}
          href={`${base}/sheets/${encodeURIComponent(decision.subjectKey)}`}
        >
          <span className="visually-hidden">{decision.name} </span>
          {waits ? `「${stage.label}」を書く` : 'シートを見る'}
        </a>
      </p>
      <h3>これまでの指摘と、どうなったか</h3>
      <Remarks remarks={remarks} />
      <h3>ここまでの評価</h3>
      <SaidTable scheme={view.scheme} decision={decision} />
    </article>
  );
};

/** 外部評価の画面: what reviewers look at, with little context needed, and nothing that is internal. */
const ReviewPage = ({ town, viewer, view }: Props) => {
  const { round, reviewed } = view;
  const base = roundBase(town.municipality, round.roundKey);
  const waiting = reviewed.filter(({ waits }) => waits).length;
  const inside = mayAnywhere(viewer.actor, 'evaluation.view');
  return (
    <OfficeLayout
      title="外部評価"
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `/m/${town.municipality}/office/evaluation` },
        { label: round.title, href: base },
      ]}
    >
      <p className="finding">
        外部評価の対象は{reviewed.length}件、いま書けるのは{waiting}件です。
      </p>
      {inside ? (
        <p className="quiet">外部評価者に見えるものだけを表示しています。庁内の指摘は出ません。</p>
      ) : null}
      {reviewed.length === 0 ? <p>この回に、外部評価の対象はありません。</p> : null}
      {reviewed.map((each) => (
        <One key={each.decision.subjectKey} view={view} each={each} base={base} />
      ))}
    </OfficeLayout>
  );
};

export const reviewRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c) => {
    const view = await readDecisionReview(actingOf(c, deps), c.req.param('round') ?? '');
    return view === null
      ? c.notFound()
      : renderPage(c, <ReviewPage town={c.var.town} viewer={c.var.viewer} view={view} />);
  });
