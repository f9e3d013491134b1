import { mostAttempts } from '../../app/deliver-mail.ts';
import type { MailRow } from '../../db/read-mail.ts';
import { TableScroll } from '../components/table-scroll.tsx';
import type { Viewer } from '../middleware/session.ts';
import { japanTime } from '../text/japan-time.ts';
import { CsrfField } from './layout.tsx';

const outcomeOf = ({ address, sentAt, attempts, failure }: MailRow): string => {
  if (address === '') return '画面の「やること」だけ（メールアドレスなし）';
  if (sentAt !== null) return `${japanTime(sentAt)} に送りました`;
  if (attempts >= mostAttempts) return `送れませんでした: ${failure}`;
  return attempts === 0 ? 'まもなく送ります' : `${attempts}回試しました。また試します: ${failure}`;
};

interface ReminderSectionProps {
  readonly viewer: Viewer;
  /** Address that takes `do=remind` and `do=retry`. */
  readonly action: string;
  readonly isOpen: boolean;
  /** Whom the button tells, as the beginning of a sentence: 「12件のシートが待っている職員」 */
  readonly whom: string;
  readonly hasWaiting: boolean;
  readonly hasMailServer: boolean;
  readonly mails: readonly MailRow[];
}

/** 督促: one button, and what became of each message. */
export const ReminderSection = (props: ReminderSectionProps) => {
  const { viewer, action, isOpen, whom, hasWaiting, hasMailServer, mails } = props;
  const failed = mails.some(({ sentAt, attempts }) => sentAt === null && attempts >= mostAttempts);
  if (!isOpen && mails.length === 0) return null;
  return (
    <section className="section" aria-labelledby="remind-title">
      <h2 id="remind-title">督促</h2>
      {isOpen && (
        <form method="post" action={action}>
          <CsrfField viewer={viewer} />
          <p>
            {whom}
            に知らせます。「やること」に督促の印が付き、メールアドレスのある人にはメールも出ます。一人に一日一通までです。
          </p>
          {!hasMailServer && (
            <p className="quiet">
              メールのサーバーが設定されていないため、メールはこの機械のファイル（mailbox）になります。
            </p>
          )}
          <p className="actions">
            <button type="submit" name="do" value="remind" className="button" disabled={!hasWaiting}>
              督促する
            </button>
          </p>
        </form>
      )}
      {mails.length > 0 && (
        <TableScroll label="督促の結果">
          <table className="table">
            <caption>督促の結果</caption>
            <thead>
              <tr>
                <th scope="col">職員</th>
                <th scope="col">督促した時</th>
                <th scope="col">結果</th>
              </tr>
            </thead>
            <tbody>
              {mails.map((mail) => (
                <tr key={mail.mailId}>
                  <th scope="row">{mail.displayName}</th>
                  <td>{japanTime(mail.createdAt)}</td>
                  <td>{outcomeOf(mail)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {failed && (
        <form method="post" action={action}>
          <CsrfField viewer={viewer} />
          <p className="actions">
            <button type="submit" name="do" value="retry" className="button button--quiet">
              送れなかったメールをもう一度送る
            </button>
          </p>
        </form>
      )}
    </section>
  );
};
