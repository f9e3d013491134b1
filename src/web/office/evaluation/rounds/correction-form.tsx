import type { PublishedState } from '../../../../app/evaluation/read-published.ts';
import { correctablePlaces } from '../../../../domain/evaluation/round-correction.ts';
import type { Form } from '../../../middleware/form.ts';
import type { Viewer } from '../../../middleware/session.ts';
import { TextField } from '../../forms/field.tsx';
import { CsrfField } from '../../layout.tsx';

interface CorrectionProps {
  readonly published: PublishedState;
  readonly chosen: string;
  readonly form: Form;
  readonly viewer: Viewer;
  readonly base: string;
}

/** 訂正: first which sheet, then what stands on it. */
export const CorrectionForm = ({ published, chosen, form, viewer, base }: CorrectionProps) => {
  const { entries, content } = published;
  const entry = entries.find(({ subjectKey }) => subjectKey === chosen);
  const typed = (place: string, now: string): string =>
    form.entries.find(([name]) => name === `place.${place}`)?.[1] ?? now;
  return (
    <section className="section" aria-labelledby="correct-title">
      <h2 id="correct-title">訂正する</h2>
      <p>訂正は理由の付いた新しい版になります。前の版とシートは、そのまま残ります。</p>
      <form method="get" action={`${base}/publish`} className="form">
        <div className="field">
          <label htmlFor="correct-subject">訂正する評価</label>
          <select id="correct-subject" name="subject" className="input input--medium" defaultValue={chosen}>
            {entries.map(({ subjectKey, number, name }) => (
              <option key={subjectKey} value={subjectKey}>
                {number} {name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button button--quiet">
          この評価の内容を出す
        </button>
      </form>
      {entry !== undefined && (
        <form method="post" action={`${base}/publish`} className="form">
          <CsrfField viewer={viewer} />
          <input type="hidden" name="subjectKey" value={entry.subjectKey} />
          <input type="hidden" name="version" value={form.text('version') || published.edition} />
          <h3>{entry.name}</h3>
          {correctablePlaces(entry).map(({ place, label, now }) => {
            const name = `place.${place}`;
            const id = `f-${name.replaceAll(/[.:]/gu, '-')}`;
            return (
              <div className="field" key={place}>
                <label htmlFor={id}>{label}</label>
                {place.endsWith(':direction') ? (
                  <select
                    id={id}
                    name={name}
                    className="input input--medium"
                    defaultValue={typed(place, now)}
                  >
                    {!content.directions.some(({ key }) => key === now) && (
                      <option value={now}>（なし）</option>
                    )}
                    {content.directions.map(({ key, label: word }) => (
                      <option key={key} value={key}>
                        {word}
                      </option>
                    ))}
                  </select>
                ) : (
                  <textarea
                    id={id}
                    name={name}
                    rows={now.length > 60 ? 4 : 2}
                    className="input input--area"
                    defaultValue={typed(place, now)}
                  />
                )}
              </div>
            );
          })}
          <TextField form={form} name="reason" label="訂正の理由" hint="公開画面に出ます。" required />
          <p className="actions">
            <button type="submit" name="do" value="correct" className="button">
              訂正した版を公開する
            </button>
          </p>
        </form>
      )}
    </section>
  );
};
