import type { GrantRequest } from '../../domain/access/grant-rules.ts';
import { normalLogin } from '../../domain/access/login-name.ts';
import { roles } from '../../domain/access/role.ts';
import { roleNames } from '../../domain/access/role-names.ts';
import { parseJapaneseDate } from '../../domain/kernel/japanese-date.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { decodeCsv } from './decode-csv.ts';

/** The columns, in the order of the template; only the first three are needed. */
export const userColumns = ['ログインID', '氏名', '役割', '組織', '開始日', '終了日'] as const;
type UserColumn = (typeof userColumns)[number];

/** One person of the file: a person with several roles has several lines. */
export interface UserEntry {
  /** Line of the first mention. */
  readonly line: number;
  readonly login: string;
  readonly displayName: string;
  readonly grants: readonly GrantRequest[];
}

export const mostUsers = 500;

const place = (line: number, column: UserColumn): Problem['path'] => [`${line}行目`, column];

const readDate = (text: string, line: number, column: UserColumn): Result<string | null, Problem> => {
  if (text === '') return ok(null);
  const parsed = parseJapaneseDate(text);
  return parsed.ok ? parsed : refuse({ ...parsed.error, path: place(line, column) });
};

/** By name, or by key where a name occurs twice. */
const readUnit = (
  text: string,
  line: number,
  units: readonly OrganisationUnit[],
): Result<string | null, Problem> => {
  if (text === '') return ok(null);
  const [found, ...others] = units.filter(({ unitKey, name }) => unitKey === text || name === text);
  if (found === undefined) return refuse(errorAt('unit-unknown', place(line, '組織'), { key: text }));
  return others.length === 0
    ? ok(found.unitKey)
    : refuse(errorAt('grant.unit-ambiguous', place(line, '組織'), { input: text }));
};

const readGrant = (
  cell: (column: UserColumn) => string,
  line: number,
  units: readonly OrganisationUnit[],
): Result<GrantRequest, readonly Problem[]> => {
  const named = cell('役割').normalize('NFKC');
  const role = roles.find((each) => each === named || roleNames[each].normalize('NFKC') === named);
  const unit = readUnit(cell('組織'), line, units);
  const from = readDate(cell('開始日'), line, '開始日');
  const to = readDate(cell('終了日'), line, '終了日');
  if (role !== undefined && unit.ok && from.ok && to.ok)
    return ok({ role, unitKey: unit.value, validFrom: from.value, validTo: to.value });
  return refuse([
    ...(role === undefined
      ? [errorAt('grant.role-unknown', place(line, '役割'), { input: cell('役割') })]
      : []),
    ...[unit, from, to].flatMap((part) => (part.ok ? [] : [part.error])),
  ]);
};

/**
 * 職員の一覧（CSV）. `units`: those of the day. Every problem names its line and column, ['3行目', '役割'].
 * All lines are read before anything is refused. A refusal brings the people too, without the roles that could not
 * be read: what else is wrong with them can be said in the same round.
 */
export const readUsers = (
  bytes: Uint8Array,
  units: readonly OrganisationUnit[],
): Result<
  readonly UserEntry[],
  { readonly problems: readonly Problem[]; readonly entries: readonly UserEntry[] }
> => {
  const unread = (problems: readonly Problem[]) => refuse({ problems, entries: [] });
  const table = decodeCsv(bytes);
  if (!table.ok) return unread(table.error);
  const { header, rows } = table.value;
  const missing = userColumns
    .slice(0, 3)
    .filter((column) => !header.includes(column))
    .map((column) => errorAt('csv.column-missing', ['1行目', column], { column }));
  if (missing.length > 0) return unread(missing);
  if (rows.length === 0) return unread([errorAt('csv.no-rows', ['file'])]);
  const problems: Problem[] = [];
  const people = new Map<string, UserEntry>();
  for (const { line, cells } of rows) {
    const cell = (column: UserColumn): string => cells[header.indexOf(column)] ?? '';
    const grant = readGrant(cell, line, units);
    if (!grant.ok) problems.push(...grant.error);
    const login = normalLogin(cell('ログインID'));
    const known = people.get(login);
    if (known !== undefined && known.displayName !== cell('氏名'))
      problems.push(errorAt('csv.name-differs', place(line, '氏名'), { login, first: known.line }));
    people.set(login, {
      line: known?.line ?? line,
      login,
      displayName: known?.displayName ?? cell('氏名'),
      grants: [...(known?.grants ?? []), ...(grant.ok ? [grant.value] : [])],
    });
  }
  if (people.size > mostUsers) problems.push(errorAt('csv.too-many', ['file'], { limit: mostUsers }));
  const entries = [...people.values()];
  return problems.length === 0 ? ok(entries) : refuse({ problems, entries });
};
