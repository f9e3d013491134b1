import type { RoundSheetView } from '../../../../app/evaluation/read-round-sheet.ts';
import { formatJapaneseDate } from '../../../../domain/kernel/japanese-date.ts';
import { actorWords, roundStateWords, statusTags, statusWords } from '../rounds/words.ts';

/** What the button at the end does, in words. */
export const handOnWords = ({ sheet, scheme }: Pick<RoundSheetView, 'sheet' | 'scheme'>): string => {
  const next = scheme.stages.find(({ key }) => key === sheet.stageKeys[sheet.stageIndex + 1]);
  if (next === undefined) return '決定して終える';
  const verb = sheet.stageIndex === 0 ? '提出' : '承認';
  return `${verb}して「${next.label}」へ進める`;
};

const turnWords = (view: RoundSheetView): string => {
  const { stage, sheet, scheme, round, writable } = view;
  if (stage === null)
    return sheet.status === 'published'
      ? '公開済みです。書き換えられません。'
      : sheet.exemption === ''
        ? 'すべての段階が終わりました。公開を待っています。'
        : 'このシートは対象外です。書くことはありません。';
  if (round.state !== 'open') return `評価の回が${roundStateWords[round.state]}のため、見るだけです。`;
  const next = scheme.stages.find(({ key }) => key === sheet.stageKeys[sheet.stageIndex + 1]);
  const then =
    next === undefined ? '評価が終わります' : `「${next.label}」（${actorWords(next.actor)}）の番になります`;
  return writable
    ? `あなたの番です（${stage.label}）。書き終えて「${handOnWords(view)}」を押すと、${then}。`
    : `今は「${stage.label}」（${actorWords(stage.actor)}）の番です。終わると、${then}。`;
};

/** Always on top: the state, who moves it next, until when; why it came back. */
export const SheetHead = ({ view }: { readonly view: RoundSheetView }) => {
  const { sheet, stage, round, scheme, late, subject, unitName } = view;
  const due = stage === null ? undefined : round.dueOn[stage.key];
  return (
    <>
      <div className="desk-head">
        <p className="desk-head__state">
          <span className={`tag status-tag status-tag--${statusTags[sheet.status]}`}>
            {sheet.exemption === '' ? statusWords[sheet.status] : '対象外'}
          </span>
          {unitName !== '' && <span>{unitName}</span>}
          {subject.number !== '' && <span>番号 {subject.number}</span>}
          {due !== undefined && round.state === 'open' && (
            <span>
              期限 {formatJapaneseDate(due)}
              {late && <strong className="sheet__late">（過ぎています）</strong>}
            </span>
          )}
        </p>
        <ol className="stage-steps" aria-label="評価の段階">
          {sheet.stageKeys.map((key, at) => (
            <li
              key={key}
              className="stage-steps__step"
              data-state={at < sheet.stageIndex ? 'done' : at === sheet.stageIndex ? 'now' : 'later'}
              aria-current={at === sheet.stageIndex ? 'step' : undefined}
            >
              {scheme.stages.find((each) => each.key === key)?.label ?? key}
            </li>
          ))}
        </ol>
        <p>{turnWords(view)}</p>
      </div>
      {sheet.status === 'returned' && sheet.reason !== '' && (
        <div className="notice notice--problem">
          <p>
            <strong>戻ってきたシートです。</strong>次の理由を読んで直し、もう一度進めてください。
          </p>
          <p className="sheet__reason">{sheet.reason}</p>
        </div>
      )}
      {round.note !== '' && <p className="sheet__note">{round.note}</p>}
    </>
  );
};
