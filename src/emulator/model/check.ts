import type { Rule } from "./model";

const MAX_PROBLEMS = 10;
/** Of a map's key, in a message. */
const MAX_NAME = 64;

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The service counts characters, not UTF-16 units. */
const charactersOf = (text: string): number =>
  text.length - (text.match(/[\u{10000}-\u{10FFFF}]/gu)?.length ?? 0);

const isBelow = ({ min }: Rule, size: number): boolean => min !== undefined && size < min;
const isAbove = ({ max }: Rule, size: number): boolean => max !== undefined && size > max;

const sizeProblem = (rule: Rule, size: number, unit: string): string | undefined => {
  if (isBelow(rule, size)) return `at least ${rule.min} ${unit}, has ${size}`;
  return isAbove(rule, size) ? `at most ${rule.max} ${unit}, has ${size}` : undefined;
};

const numberProblem = (rule: Rule, value: number): string | undefined => {
  if (isBelow(rule, value)) return `at least ${rule.min}, is ${value}`;
  return isAbove(rule, value) ? `at most ${rule.max}, is ${value}` : undefined;
};

const stringProblem = (rule: Rule, value: string): string | undefined => {
  if (rule.enum && !rule.enum.includes(value)) return `one of ${rule.enum.join(", ")}`;
  if (rule.pattern !== undefined && !new RegExp(`^(?:${rule.pattern})$`, "u").test(value)) {
    return `must match ${rule.pattern}`;
  }
  return sizeProblem(rule, charactersOf(value), "characters");
};

const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  integer: Number.isSafeInteger,
  timestamp: Number.isFinite,
  boolean: (value) => typeof value === "boolean",
  list: Array.isArray,
  structure: isRecord,
  map: isRecord,
};

/** What is wrong with the value itself, apart from what is inside it. */
const ownProblem = (rule: Rule, value: unknown): string | undefined => {
  if (isOfType[rule.type]?.(value) === false) return `must be a ${rule.type}`;
  if (typeof value === "string") return stringProblem(rule, value);
  if (typeof value === "number") return numberProblem(rule, value);
  if (rule.type === "map" && isRecord(value))
    return sizeProblem(rule, Object.keys(value).length, "entries");
  return Array.isArray(value) ? sizeProblem(rule, value.length, "members") : undefined;
};

type Problems = string[];

const checkMembers = (rule: Rule, given: Fields, path: string, problems: Problems): void => {
  for (const name in rule.members) {
    const member = rule.members[name];
    const at = path === "" ? name : `${path}.${name}`;
    const isThere = given[name] !== undefined && given[name] !== null;
    if (isThere && member) check(member, given[name], at, problems);
    else if (rule.required?.includes(name) === true) problems.push(`${at}: is required`);
  }
};

const checkItems = (
  rule: Rule,
  value: readonly unknown[],
  path: string,
  problems: Problems,
): void => {
  for (const [index, item] of value.entries()) check(rule, item, `${path}[${index}]`, problems);
};

const checkEntries = (rule: Rule, given: Fields, path: string, problems: Problems): void => {
  for (const [name, value] of Object.entries(given)) {
    const at = `${path}.${name.slice(0, MAX_NAME)}`;
    if (rule.key) check(rule.key, name, at, problems);
    if (rule.value) check(rule.value, value, at, problems);
  }
};

const check = (rule: Rule, value: unknown, path: string, problems: Problems): void => {
  const problem = ownProblem(rule, value);
  if (problem !== undefined) problems.push(`${path}: ${problem}`);
  if (rule.member && Array.isArray(value)) checkItems(rule.member, value, path, problems);
  if (rule.members && isRecord(value)) checkMembers(rule, value, path, problems);
  if (rule.type === "map" && isRecord(value)) checkEntries(rule, value, path, problems);
};

/** What is wrong with an operation's input, in words; empty where it keeps to the model. At most ten problems. */
export const problemsOf = (rule: Rule, input: unknown): readonly string[] => {
  const problems: Problems = [];
  check(rule, input, "", problems);
  return problems.slice(0, MAX_PROBLEMS);
};
