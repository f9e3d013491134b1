/** 公開中 or 公開前 */
export const StateTag = ({ isPublic }: { readonly isPublic: boolean }) => (
  <span className={`tag status-tag status-tag--${isPublic ? 'in-force' : 'draft'}`}>
    {isPublic ? '公開中' : '公開前'}
  </span>
);
