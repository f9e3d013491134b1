import { join } from 'node:path';
import { createDemoUsers } from '../app/people/create-demo-users.ts';
import { demoAccounts } from '../app/people/demo-accounts.data.ts';
import { demoPassword } from '../app/people/demo-password.ts';
import { importTown } from '../app/town/import-town.ts';
import type { Database } from '../db/connection.ts';
import { findMunicipality } from '../db/read-town.ts';
import { withTenant } from '../db/tenant.ts';
import { listTakenLogins } from '../db/user.ts';
import { problemPlace, problemSentence } from '../documents/problem-text/sentences.ts';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import { installationFolder } from '../installation.ts';
import { openDemoCollection } from './demo-collection.ts';
import { loadDemoCycle } from './demo-cycle.ts';
import { loadDemoPopulation } from './demo-population.ts';
import { operator } from './operator.ts';
import { givenTown, readTownFiles } from './town-files.ts';

/** Folders of the demonstration towns, below demo/. */
export const demoFolders = ['shiojiri', 'seiro', 'takanezawa', 'maniwa', 'sapporo'] as const;

/** The town in which a collection of figures is open. */
const withCollection = 'shiojiri';

export interface DemoTown {
  readonly code: MunicipalityCode;
  readonly name: string;
  /** false: it was there already and stayed as it is. */
  readonly loaded: boolean;
  /** Accounts that are not here: roles of units in a town whose document names none. */
  readonly lacking: readonly string[];
}

/** The data files come with the program: something wrong with them is a bug. */
const bug = (folder: string, problems: readonly Problem[]): never => {
  const lines = problems.map((problem) => `${problemPlace(problem)}: ${problemSentence(problem)}`);
  throw new Error(`demo/${folder} cannot be loaded\n${lines.join('\n')}`);
};

/** The towns of demo/ by the commands a user has. A town that is there already is left alone. */
export const loadDemo = async (db: Database, now: Date): Promise<readonly DemoTown[]> => {
  const towns: DemoTown[] = [];
  for (const folder of demoFolders) {
    const file = readTownFiles([join(installationFolder, 'demo', folder)]);
    if (!file.ok) return bug(folder, file.error);
    const given = givenTown(file.value);
    if (given.municipality === null) throw new Error(`demo/${folder} names no municipality`);
    const { code, name } = given.municipality;
    const acting = operator(db, code, now, 'demo');
    const stored = await withTenant(db, acting.as, findMunicipality);
    if (stored === null) {
      const imported = await importTown(acting, given, { dryRun: false, publish: true });
      if (!imported.ok) return bug(folder, imported.error);
    }
    const users = await createDemoUsers(acting);
    if (!users.ok) return bug(folder, users.error);
    if (stored === null && folder === withCollection) {
      const opened = await openDemoCollection(acting);
      if (!opened.ok) return bug(folder, opened.error);
    }
    if (stored === null) {
      const path = join(installationFolder, 'demo', folder);
      const cycle = await loadDemoCycle(acting, { folder, path, town: name });
      if (!cycle.ok) return bug(folder, cycle.error);
      const population = await loadDemoPopulation(acting, path);
      if (!population.ok) return bug(folder, population.error);
    }
    const logins = demoAccounts.map(({ login }) => login);
    const taken = await withTenant(db, acting.as, (tx) => listTakenLogins(tx, logins));
    const lacking = logins.filter((login) => !taken.includes(login));
    towns.push({ code, name, loaded: stored === null, lacking });
  }
  return towns;
};

/** Who may log in where: a town without units has no account for their roles. */
export const describeDemoUsers = (towns: readonly DemoTown[]): readonly string[] => [
  `見本の利用者: ${demoAccounts.map(({ login }) => login).join(' ')}（パスワード ${demoPassword}）`,
  ...towns
    .filter(({ lacking }) => lacking.length > 0)
    .map(({ name, lacking }) => `  ${name}は組織の登録がないため、${lacking.join(' ')} はいません。`),
];

/** For the person who starts the program: where the towns are and how to log in. Nothing without towns. */
export const describeDemo = (towns: readonly DemoTown[], address: string): readonly string[] =>
  towns.length === 0
    ? []
    : [
        '見本の市町（公開資料から作ったもの）:',
        ...towns.map(
          ({ code, name }) => `  ${name}  ${address}/m/${code}  職員用 ${address}/m/${code}/office`,
        ),
        ...describeDemoUsers(towns),
        '見本が要らないときは、環境変数 RASHIN_DEMO=0 で始めてください。',
      ];
