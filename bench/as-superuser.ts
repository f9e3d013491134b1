import pg from 'pg';
import type { PostgresCluster } from '../test/factories/postgres-cluster.ts';

/** One statement as the temporary cluster's own superuser, outside any transaction. */
export const asSuperuser = async (
  cluster: PostgresCluster,
  database: string,
  statement: string,
): Promise<void> => {
  const client = new pg.Client({ host: cluster.socket, user: 'postgres', database });
  await client.connect();
  await client.query(statement);
  await client.end();
};
