import type { PlanItem } from '../../domain/plan/item.ts';
import type { TownFrame } from '../components/frame.ts';
import { type PlanView, planHref } from '../components/plan-view.ts';
import { formatDate } from '../text/dates.ts';

interface Props {
  readonly frame: TownFrame;
  readonly view: PlanView;
  readonly item: PlanItem;
}

/** なぜ取り組むか: 現状 → 課題, what citizens say, and the entries of the situation analysis it cites. */
export const ItemWhy = ({ frame, view, item }: Props) => {
  const { t, language } = frame;
  const reasons = view.content.header.situation.filter((entry) => item.reasonKeys.includes(entry.entryKey));
  const texts = [
    { label: t.item.current, text: item.currentState },
    { label: t.item.issue, text: item.issue },
  ].filter((entry) => entry.text !== '');
  if (texts.length === 0 && reasons.length === 0 && item.voices.length === 0) return null;
  return (
    <section className="section" aria-labelledby="why">
      <h2 id="why">{t.item.why}</h2>
      {texts.length === 0 ? null : (
        <div className={texts.length === 2 ? 'gap' : undefined}>
          {texts.map((entry) => (
            <div key={entry.label} className="gap__side">
              <h3>{entry.label}</h3>
              <p className="prose" lang="ja">
                {entry.text}
              </p>
            </div>
          ))}
        </div>
      )}
      {item.voices.length === 0 ? null : (
        <>
          <h3>{t.item.voices}</h3>
          <ul className="voices">
            {item.voices.map((voice) => (
              <li key={voice.body}>
                <blockquote className="voice" lang="ja">
                  <p>{voice.body}</p>
                  <footer className="source">
                    {voice.origin}
                    {voice.heardOn === null ? null : `（${formatDate(voice.heardOn, language)}）`}
                  </footer>
                </blockquote>
              </li>
            ))}
          </ul>
        </>
      )}
      {reasons.length === 0 ? null : (
        <>
          <h3>{t.item.reasons}</h3>
          <ul className="reasons">
            {reasons.map((entry) => (
              <li key={entry.entryKey}>
                <span className="tag">
                  {entry.kind === 'strength'
                    ? t.plan.strengths
                    : entry.kind === 'risk'
                      ? t.plan.risks
                      : t.plan.environment}
                </span>{' '}
                <a href={`${planHref(frame, view.slug)}#situation-${entry.entryKey}`} lang="ja">
                  {entry.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
