import { posix } from 'node:path';
import { parseSync, Visitor } from 'vite';

export interface Import {
  /** Path from the project's folder for a module of ours, else the package or 'node:…'. */
  readonly target: string;
  readonly own: boolean;
  /** Gone at run time. */
  readonly typeOnly: boolean;
}

/** One source file, and what of it the rules look at. */
export interface SourceModule {
  /** From the project's folder: src/domain/plan/plan.ts */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Reaching for the clock, chance or the outside: 'Math.random', 'new Date()', 'process' … */
  readonly impurities: readonly string[];
}

const outside = new Set([
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'localStorage',
  'document',
  'window',
  'crypto',
]);
const clockAndChance = new Set(['Math.random', 'Date.now', 'performance.now', 'Temporal.Now']);

const impuritiesOf = (program: Parameters<Visitor['visit']>[0]): readonly string[] => {
  const found = new Set<string>();
  new Visitor({
    MemberExpression(node) {
      const { object, property } = node;
      if (object.type !== 'Identifier') return;
      if (outside.has(object.name)) found.add(object.name);
      if (property.type === 'Identifier' && clockAndChance.has(`${object.name}.${property.name}`)) {
        found.add(`${object.name}.${property.name}`);
      }
    },
    NewExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0)
        found.add('new Date()');
    },
    CallExpression({ callee }) {
      if (callee.type !== 'Identifier') return;
      if (callee.name === 'Date') found.add('Date()');
      if (outside.has(callee.name)) found.add(callee.name);
    },
  }).visit(program);
  return [...found];
};

/** Reads a module from its text. Throws for a text that is not TypeScript: a file not read is a rule not checked. */
export const readModule = (path: string, text: string): SourceModule => {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const resolve = (specifier: string, typeOnly: boolean): Import =>
    specifier.startsWith('.')
      ? { target: posix.join(posix.dirname(path), specifier), own: true, typeOnly }
      : { target: specifier, own: false, typeOnly };
  const fromStatic = module.staticImports.map(({ moduleRequest, entries }) =>
    resolve(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType)),
  );
  const fromExports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.moduleRequest ? [resolve(entry.moduleRequest.value, entry.isType)] : [],
    ),
  );
  const fromDynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = /^['"](.+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1];
    return literal === undefined ? [] : [resolve(literal, false)];
  });
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: [...fromStatic, ...fromExports, ...fromDynamic],
    impurities: path.startsWith('src/domain/') ? impuritiesOf(program) : [],
  };
};
