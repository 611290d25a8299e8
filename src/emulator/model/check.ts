import type { Rule } from "./model";

const MAX_PROBLEMS = 10;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The service counts characters, not UTF-16 units. */
const charactersOf = (text: string): number =>
  text.length - (text.match(/[\u{10000}-\u{10FFFF}]/gu)?.length ?? 0);

function* sizeProblems(rule: Rule, size: number, unit: string): Generator<string> {
  const { min = 0, max = Infinity } = rule;
  if (size < min) yield `at least ${min} ${unit}, has ${size}`;
  if (size > max) yield `at most ${max} ${unit}, has ${size}`;
}

function* stringProblems(rule: Rule, value: string): Generator<string> {
  yield* sizeProblems(rule, charactersOf(value), "characters");
  if (rule.enum && !rule.enum.includes(value)) yield `one of ${rule.enum.join(", ")}`;
  if (rule.pattern !== undefined && !new RegExp(`^(?:${rule.pattern})$`, "u").test(value)) {
    yield `must match ${rule.pattern}`;
  }
}

function* numberProblems(rule: Rule, value: number): Generator<string> {
  const { min = -Infinity, max = Infinity } = rule;
  if (value < min) yield `at least ${min}, is ${value}`;
  if (value > max) yield `at most ${max}, is ${value}`;
}

const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  integer: Number.isSafeInteger,
  timestamp: Number.isFinite,
  boolean: (value) => typeof value === "boolean",
  list: Array.isArray,
  structure: isRecord,
};

function* ownProblems(rule: Rule, value: unknown): Generator<string> {
  if (isOfType[rule.type]?.(value) === false) yield `must be a ${rule.type}`;
  else if (typeof value === "string") yield* stringProblems(rule, value);
  else if (typeof value === "number") yield* numberProblems(rule, value);
  else if (Array.isArray(value)) yield* sizeProblems(rule, value.length, "members");
}

function* innerProblems(rule: Rule, value: unknown, path: string): Generator<string> {
  if (rule.member && Array.isArray(value)) {
    for (const [index, item] of value.entries())
      yield* problems(rule.member, item, `${path}[${index}]`);
  }
  if (rule.members && isRecord(value)) yield* memberProblems(rule, value, path);
}

function* memberProblems(
  rule: Rule,
  value: Readonly<Record<string, unknown>>,
  path: string,
): Generator<string> {
  for (const [name, member] of Object.entries(rule.members ?? {})) {
    const at = path === "" ? name : `${path}.${name}`;
    const given = value[name] ?? undefined;
    if (given !== undefined) yield* problems(member, given, at);
    else if (rule.required?.includes(name) === true) yield `${at}: is required`;
  }
}

function* problems(rule: Rule, value: unknown, path: string): Generator<string> {
  for (const problem of ownProblems(rule, value)) yield `${path}: ${problem}`;
  yield* innerProblems(rule, value, path);
}

/** Everything that is wrong with an operation's input, in words; empty where it keeps to the model. At most ten problems. */
export const problemsOf = (rule: Rule, input: unknown): readonly string[] => {
  const found: string[] = [];
  for (const problem of problems(rule, input, "")) {
    found.push(problem);
    if (found.length === MAX_PROBLEMS) break;
  }
  return found;
};
