import { differText } from '../../../domain/plan/difference-text.ts';
import { formatInstant } from '../instant-words.ts';
import { MarkedText } from './former-text.tsx';
import type { Meeting } from './item-compare.ts';

export interface OtherWriter {
  readonly by: string;
  readonly at: string;
}

interface MeetingNoticeProps {
  readonly writers: readonly OtherWriter[];
  readonly meeting: Meeting<string>;
  readonly fieldNames: Readonly<Record<string, string>>;
}

/** Two people wrote the same thing: who and when, what was taken over, and what is to be chosen. */
export const MeetingNotice = ({ writers, meeting, fieldNames }: MeetingNoticeProps) => (
  <section className="notice notice--warn meeting" aria-labelledby="meeting-title">
    <h2 id="meeting-title">ほかの職員が先に保存しました</h2>
    <p>
      まだ保存していません。入力した内容は、下の欄にすべて残っています。確かめて、もう一度保存してください。
    </p>
    <ul className="meeting__writers">
      {writers.map(({ by, at }) => (
        <li key={`${by}${at}`}>
          {by}（{formatInstant(at)}）
        </li>
      ))}
    </ul>
    {meeting.both.length > 0 && (
      <p>
        <b>両方が変えた欄</b>: {meeting.both.map((field) => fieldNames[field] ?? field).join('、')}
        。欄ごとに、どちらを残すかを選べます。
      </p>
    )}
    {meeting.theirs.length > 0 && (
      <p>
        <b>相手だけが変えた欄</b>: {meeting.theirs.map((field) => fieldNames[field] ?? field).join('、')}
        。相手の内容を取り込みました。
      </p>
    )}
  </section>
);

interface ChoiceProps {
  readonly field: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** One field both changed: both versions, what differs, and which one is kept. */
export const MeetingChoice = ({ field, label, mine, theirs }: ChoiceProps) => (
  <fieldset className="meeting__choice">
    <legend>{label}: どちらを残しますか</legend>
    <p className="former__label">相手の版から自分の入力への違い</p>
    <p className="former__text">
      <MarkedText segments={differText(theirs, mine)} />
    </p>
    <p className="former__label">相手の版</p>
    <p className="former__text">{theirs === '' ? '（空欄）' : theirs}</p>
    <label className="choice">
      <input type="radio" name={`choose.${field}`} value="mine" defaultChecked />
      <span>自分の入力（下の欄）を残す</span>
    </label>
    <label className="choice">
      <input type="radio" name={`choose.${field}`} value="theirs" />
      <span>相手の版にする</span>
    </label>
  </fieldset>
);
