export * from './access.ts';
export * from './audit.ts';
export * from './collection.ts';
export * from './indicator.ts';
export * from './judgement.ts';
export * from './organisation.ts';
export * from './plan.ts';
export * from './public-version.ts';
