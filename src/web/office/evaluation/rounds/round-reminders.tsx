import { mostAttempts } from '../../../../app/deliver-mail.ts';
import type { MailRow } from '../../../../db/read-mail.ts';
import { TableScroll } from '../../../components/table-scroll.tsx';
import { japanTime } from '../../../text/japan-time.ts';
import { CsrfField } from '../../layout.tsx';
import type { BoardProps } from './board.tsx';

const outcomeOf = ({ address, sentAt, attempts, failure }: MailRow): string => {
  if (address === '') return '画面の「やること」だけ（メールアドレスなし）';
  if (sentAt !== null) return `${japanTime(sentAt)} に送りました`;
  if (attempts >= mostAttempts) return `送れませんでした: ${failure}`;
  return attempts === 0 ? 'まもなく送ります' : `${attempts}回試しました。また試します: ${failure}`;
};

/** 督促: one button, and what became of each message. */
export const RoundReminders = ({
  viewer,
  view,
  people,
  hasMailServer,
  base,
}: BoardProps & { readonly base: string }) => {
  const mails = people?.mails ?? [];
  const isOpen = view.round.state === 'open';
  const waiting = view.sheets.filter(({ stage }) => stage !== null).length;
  const failed = mails.some(({ sentAt, attempts }) => sentAt === null && attempts >= mostAttempts);
  if (!isOpen && mails.length === 0) return null;
  return (
    <section className="section" aria-labelledby="remind-title">
      <h2 id="remind-title">督促</h2>
      {isOpen && (
        <form method="post" action={base}>
          <CsrfField viewer={viewer} />
          <p>
            {waiting}
            件のシートを待っている職員に知らせます。「やること」に督促の印が付き、メールアドレスのある人にはメールも出ます。一人に一日一通までです。
          </p>
          {!hasMailServer && (
            <p className="quiet">
              メールのサーバーが設定されていないため、メールはこの機械のファイル（mailbox）になります。
            </p>
          )}
          <p className="actions">
            <button type="submit" name="do" value="remind" className="button" disabled={waiting === 0}>
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
        <form method="post" action={base}>
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
