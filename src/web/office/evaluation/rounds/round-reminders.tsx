import { ReminderSection } from '../../reminder-section.tsx';
import type { BoardProps } from './board.tsx';

export const RoundReminders = (props: BoardProps & { readonly base: string }) => {
  const { viewer, view, people, hasMailServer, base } = props;
  const waiting = view.sheets.filter(({ stage }) => stage !== null).length;
  return (
    <ReminderSection
      action={base}
      isOpen={view.round.state === 'open'}
      whom={`${waiting}件のシートが待っている職員`}
      hasWaiting={waiting > 0}
      mails={people?.mails ?? []}
      {...{ viewer, hasMailServer }}
    />
  );
};
