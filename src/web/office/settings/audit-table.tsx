import type { AuditEvent } from '../../../db/read-audit.ts';
import { roles } from '../../../domain/access/role.ts';
import { roleNames } from '../../../domain/access/role-names.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { japanTime } from '../../text/japan-time.ts';
import { actionNames, columnNames, entityNames, machineActors } from './audit-words.data.ts';

/** Said elsewhere in the row, or of interest to the machine only. */
const silent = new Set([
  'municipality',
  'version',
  'updated_at',
  'updated_by',
  'created_at',
  'created_by',
  'article_number',
]);

/** Display names of users by id. */
type Names = ReadonlyMap<string, string>;

const shown = (value: unknown, names: Names): string => {
  if (value === null || value === undefined || value === '') return '（なし）';
  if (typeof value === 'string') return names.get(value) ?? value;
  return JSON.stringify(value, null, 1);
};

interface Change {
  readonly column: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Columns that differ; of a new or removed row those that say something. */
export const changesOf = ({ before, after }: Pick<AuditEvent, 'before' | 'after'>): readonly Change[] => {
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const isEmpty = (value: unknown) =>
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return columns
    .filter((column) => !silent.has(column))
    .map((column) => ({ column, before: before?.[column], after: after?.[column] }))
    .filter(
      (change) =>
        JSON.stringify(change.before) !== JSON.stringify(change.after) &&
        !(isEmpty(change.before) && isEmpty(change.after)),
    );
};

const Changes = ({ event, names }: { readonly event: AuditEvent; readonly names: Names }) => {
  const changes = changesOf(event);
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>
        {event.action === 'update' ? '変わったところ' : '内容'}（{changes.length}）
      </summary>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">項目</th>
            {event.action !== 'insert' && event.action !== 'note' && <th scope="col">前</th>}
            {event.action !== 'delete' && <th scope="col">後</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ column, before, after }) => (
            <tr key={column}>
              <th scope="row">{columnNames[column] ?? column}</th>
              {event.action !== 'insert' && event.action !== 'note' && (
                <td className="typed">{shown(before, names)}</td>
              )}
              {event.action !== 'delete' && <td className="typed">{shown(after, names)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};

/** What the row is about: its own name, or the names of what its key points to. */
const nameOf = ({ before, after, entityKey }: AuditEvent, names: Names): string => {
  const row = { ...entityKey, ...before, ...after };
  for (const column of ['title', 'display_name', 'name', 'label'] as const) {
    const value = row[column];
    if (typeof value === 'string' && value !== '') return value;
  }
  const { user_id: userId, role } = row;
  if (typeof userId === 'string') {
    const named = roles.find((each) => each === role);
    return [names.get(userId) ?? userId, ...(named === undefined ? [] : [roleNames[named]])].join(' ');
  }
  return Object.values(entityKey)
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' / ');
};

interface AuditTableProps {
  readonly events: readonly AuditEvent[];
  readonly caption: string;
  /** Display names of users by id. */
  readonly names?: Names;
}

const nobody: Names = new Map();

export const AuditTable = ({ events, caption, names = nobody }: AuditTableProps) =>
  events.length === 0 ? (
    <p className="quiet">記録はありません。</p>
  ) : (
    <TableScroll label="記録の表">
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">番号</th>
            <th scope="col">いつ</th>
            <th scope="col">だれが・どこから</th>
            <th scope="col">何を</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.seq}>
              <td className="number">{event.seq}</td>
              <td>{japanTime(event.at)}</td>
              <td>
                {event.actorName ?? machineActors[event.actor] ?? event.actor}
                <br />
                <span className="quiet">{event.origin}</span>
              </td>
              <td>
                {entityNames[event.entity] ?? event.entity}の{actionNames[event.action]}:{' '}
                {nameOf(event, names)}
                <Changes event={event} names={names} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
