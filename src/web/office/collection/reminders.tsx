import { ReminderSection } from '../reminder-section.tsx';
import type { OverviewProps } from './overview-page.tsx';

export const Reminders = ({ town, viewer, view, hasMailServer }: OverviewProps) => {
  const { collection, sheets, mails } = view;
  const waiting = sheets.filter((state) => state.waiting !== 'nobody').length;
  return (
    <ReminderSection
      action={`/m/${town.municipality}/office/collections/${collection.fiscalYear}`}
      isOpen={collection.closedAt === null}
      whom={`入力や承認を待っている${waiting}課の職員`}
      hasWaiting={waiting > 0}
      {...{ viewer, hasMailServer, mails }}
    />
  );
};
