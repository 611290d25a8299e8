import type { OperationModel, Rule } from "../../../../src/emulator/model/model";

type Json = Readonly<Record<string, unknown>>;

/** One way to keep just within a constraint, or to break it by one. */
export interface Case {
  readonly title: string;
  /** Member as the emulator names it, such as `SearchCriteria.AgentIds[0]`. */
  readonly member: string;
  readonly input: Json;
  readonly isAllowed: boolean;
}

/** The model's patterns and something that matches them. */
const SAMPLES: Readonly<Record<string, string>> = {
  "[a-z]{2}(-[a-z]+){1,2}(-[0-9])?": "us-east-1",
  "(?!aws:)[a-zA-Z+-=._:/]+": "cost-center",
};

const textOf = ({ enum: values, pattern, min = 1 }: Rule): string =>
  values?.[0] ?? (pattern === undefined ? "x".repeat(Math.max(1, min)) : (SAMPLES[pattern] ?? ""));

/** The smallest value that the rule allows. */
const valid = (rule: Rule): unknown => {
  switch (rule.type) {
    case "string":
      return textOf(rule);
    case "list":
      return Array.from({ length: rule.min ?? 0 }, () => valid(rule.member!));
    case "structure":
      return Object.fromEntries(
        (rule.required ?? []).map((name) => [name, valid(rule.members![name]!)]),
      );
    case "boolean":
      return true;
    case "map":
      return entriesOf(rule, rule.min ?? 0);
    default:
      return rule.min ?? 1_750_000_000;
  }
};

const entriesOf = ({ value }: Rule, size: number): Json =>
  Object.fromEntries(Array.from({ length: size }, (_, at) => [`name${at}`, valid(value!)]));

/** A value with its title. */
type Variant = readonly [title: string, value: unknown, isAllowed: boolean];

const ofLength = (length: number): string => "x".repeat(length);

function* stringVariants({ min = 0, max, enum: values, pattern }: Rule): Generator<Variant> {
  if (values) {
    for (const value of values) yield [`is ${value}`, value, true];
    yield ["is not one of the enum", "NOT_ONE_OF_THEM", false];
    return;
  }
  if (pattern !== undefined) {
    yield ["matches the pattern", SAMPLES[pattern], true];
    yield ["does not match the pattern", "US_EAST", false];
    return;
  }
  yield [`has ${min} characters`, ofLength(min), true];
  if (min > 0) yield [`has ${min - 1} characters`, ofLength(min - 1), false];
  if (max === undefined) return;
  yield [`has ${max} characters`, ofLength(max), true];
  yield [`has ${max} characters outside the basic plane`, "😀".repeat(max), true];
  yield [`has ${max + 1} characters`, ofLength(max + 1), false];
}

function* numberVariants({ min, max }: Rule): Generator<Variant> {
  if (min !== undefined) yield [`is ${min}`, min, true];
  if (min !== undefined) yield [`is ${min - 1}`, min - 1, false];
  if (max !== undefined) yield [`is ${max}`, max, true];
  if (max !== undefined) yield [`is ${max + 1}`, max + 1, false];
}

function* listVariants({ min = 0, max, member }: Rule): Generator<Variant> {
  const ofSize = (size: number) => Array.from({ length: size }, () => valid(member!));
  yield [`has ${min} members`, ofSize(min), true];
  if (min > 0) yield [`has ${min - 1} members`, ofSize(min - 1), false];
  if (max === undefined) return;
  yield [`has ${max} members`, ofSize(max), true];
  yield [`has ${max + 1} members`, ofSize(max + 1), false];
}

function* mapVariants(rule: Rule): Generator<Variant> {
  const { min = 0, max } = rule;
  yield [`has ${min} entries`, entriesOf(rule, min), true];
  if (min > 0) yield [`has ${min - 1} entries`, entriesOf(rule, min - 1), false];
  if (max === undefined) return;
  yield [`has ${max} entries`, entriesOf(rule, max), true];
  yield [`has ${max + 1} entries`, entriesOf(rule, max + 1), false];
}

const WRONG: Readonly<Record<string, unknown>> = {
  string: 7,
  integer: "seven",
  timestamp: "yesterday",
  boolean: "yes",
  list: "x",
  structure: "x",
  map: "x",
};

function* variants(rule: Rule): Generator<Variant> {
  yield [`is no ${rule.type}`, WRONG[rule.type], false];
  if (rule.type === "string") yield* stringVariants(rule);
  else if (rule.type === "list") yield* listVariants(rule);
  else if (rule.type === "map") yield* mapVariants(rule);
  else yield* numberVariants(rule);
}

/** Puts a value where the rule stands; what is around it is the least that is allowed. */
type Place = (value: unknown) => Json;

function* casesAt(rule: Rule, member: string, place: Place): Generator<Case> {
  for (const [title, value, isAllowed] of variants(rule)) {
    yield { title: `${member} ${title}`, member, input: place(value), isAllowed };
  }
  if (rule.member) {
    yield* casesAt(rule.member, `${member}[0]`, (value) => place([value]));
  }
  yield* casesOfEntries(rule, member, place);
  yield* casesWithin(rule, member, place);
}

function* casesOfEntries({ key, value }: Rule, member: string, place: Place): Generator<Case> {
  if (!key || !value) return;
  yield* casesAt(value, `${member}.name`, (given) => place({ name: given }));
  const { max = 0, pattern } = key;
  const long = ofLength(max);
  const names: [name: string, isAllowed: boolean][] = [
    [long, true],
    [`${long}x`, false],
  ];
  if (pattern !== undefined) names.push([SAMPLES[pattern] ?? "", true], ["aws:reserved", false]);
  for (const [name, isAllowed] of names) {
    yield {
      title: `${member} has the key ${name.slice(0, 12)} of ${name.length} characters`,
      member: `${member}.${name.slice(0, 64)}`,
      input: place({ [name]: valid(value) }),
      isAllowed,
    };
  }
}

function* casesWithin(rule: Rule, path: string, place: Place): Generator<Case> {
  const around = rule.type === "structure" ? (valid(rule) as Json) : {};
  for (const [name, inner] of Object.entries(rule.members ?? {})) {
    const member = path === "" ? name : `${path}.${name}`;
    yield* casesAt(inner, member, (value) => place({ ...around, [name]: value }));
    if (rule.required?.includes(name)) {
      const rest = Object.fromEntries(Object.entries(around).filter(([other]) => other !== name));
      yield { title: `${member} is left out`, member, input: place(rest), isAllowed: false };
      const given = place({ ...around, [name]: null });
      yield { title: `${member} is null`, member, input: given, isAllowed: false };
    }
  }
}

export const casesOf = ({ input }: OperationModel): readonly Case[] => [
  {
    title: "has the required members only",
    member: "",
    input: valid(input) as Json,
    isAllowed: true,
  },
  ...casesWithin(input, "", (value) => value as Json),
];

const valuesOf = (members: Readonly<Record<string, string>> | undefined): ReadonlySet<string> =>
  new Set(Object.values(members ?? {}));

const isLabel = (model: OperationModel, name: string): boolean => model.uri.includes(`{${name}}`);

/** In a query, a list without members looks like one that is left out. */
const isSendableInQuery = ({ type }: Rule, value: unknown, isRequired: boolean): boolean => {
  if (type !== "list") return value !== null && (type !== "string" || typeof value === "string");
  return (
    Array.isArray(value) &&
    value.length >= Number(isRequired) &&
    value.every((item) => typeof item === "string")
  );
};

/** Whether a client could send this input at all: path, query and headers know nothing but text, and a path has all its labels. */
export const isSendable = (model: OperationModel, input: Json): boolean => {
  const inQuery = valuesOf(model.query);
  const inHeaders = valuesOf(model.headers);
  return Object.entries(model.input.members ?? {}).every(([name, rule]) => {
    const value = input[name];
    if (isLabel(model, name)) return typeof value === "string";
    if (inHeaders.has(name)) return value === undefined || typeof value === "string";
    if (!inQuery.has(name) || value === undefined) return true;
    return isSendableInQuery(rule, value, model.input.required?.includes(name) ?? false);
  });
};

/** The request that an SDK makes of an input. */
export const requestOf = (model: OperationModel, input: Json) => {
  const path = model.uri.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  const query = new URLSearchParams();
  for (const [wire, name] of Object.entries(model.query ?? {})) {
    const value = input[name];
    for (const item of Array.isArray(value) ? value : value === undefined ? [] : [value]) {
      query.append(wire, String(item));
    }
  }
  const headers = Object.entries(model.headers ?? {}).flatMap(([wire, name]) => {
    const value = input[name];
    return typeof value === "string" ? [[wire, value] as const] : [];
  });
  const elsewhere = new Set([...valuesOf(model.query), ...valuesOf(model.headers)]);
  const body = Object.entries(input).filter(
    ([name]) => !elsewhere.has(name) && !isLabel(model, name),
  );
  const search = query.toString();
  return {
    method: model.method,
    url: search === "" ? path : `${path}?${search}`,
    headers: Object.fromEntries(headers),
    ...(model.method !== "GET" && { body: Object.fromEntries(body) }),
  };
};
