import type { AuditFinding } from '../db/audit-verify.ts';

const rowName = ({ entity, entityKey }: AuditFinding): string =>
  entity === null ? '' : `（${entity} ${entityKey ?? ''}）`;

export const auditFindingText = (finding: AuditFinding): string => {
  const { municipality, seq, until } = finding;
  const row = `団体 ${municipality} の監査証跡 ${seq}番${rowName(finding)}`;
  switch (finding.kind) {
    case 'changed':
      return `${row}が書き換えられています。`;
    case 'moved':
      return `${row}は、もとは${until}番でした。並びが変えられています。`;
    case 'removed':
      return until === seq ? `${row}が消されています。` : `${row}から${until}番までが消されています。`;
    case 'unlinked':
      return `${row}は、直前の行に続けて書かれたものではありません。`;
    case 'head-changed':
      return `団体 ${municipality} の監査証跡の末尾の記録が、最後の行と合いません。`;
    default: {
      const never: never = finding.kind;
      return never;
    }
  }
};
