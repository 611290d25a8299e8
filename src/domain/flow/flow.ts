/** A place in a JSON text: the names and positions that lead to it. */
export type JsonPath = readonly (string | number)[];

/** The action that continues a past chat (domain.md §1.8). */
export const associationType = "CreatePersistentContactAssociation";

/** Where the flow goes on after an action. */
export interface Branch {
  readonly kind: "success" | "condition" | "error";
  /** The identifier of the next action. */
  readonly to: string;
  /** Among the conditions or errors. */
  readonly index: number;
  /** What an error branch is for, or the value that a condition compares for equality; undefined where it is none of these. */
  readonly when: string | undefined;
}

/** A step of a flow. What does not have the shape of the flow language is left out. */
export interface FlowAction {
  readonly path: JsonPath;
  readonly identifier: string;
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly branches: readonly Branch[];
}

/** A flow as it is exported. */
export interface Flow {
  readonly startAction: string;
  readonly actions: readonly FlowAction[];
  readonly byIdentifier: ReadonlyMap<string, FlowAction>;
  /** The ones that continue a past chat. */
  readonly associations: readonly FlowAction[];
}

type Members = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const objectOf = (value: unknown): Members => (isObject(value) ? value : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The flow that a parsed JSON text holds; undefined for one that holds something else. */
export function flowOf(root: unknown): Flow | undefined {
  const { Version: version, StartAction: startAction, Actions: steps } = objectOf(root);
  if (typeof version !== "string" || typeof startAction !== "string" || !Array.isArray(steps))
    return undefined;
  const actions = steps.map((step, index) => actionOf(objectOf(step), ["Actions", index]));
  return {
    startAction,
    actions,
    byIdentifier: new Map(actions.map((action) => [action.identifier, action])),
    associations: actions.filter(({ type }) => type === associationType),
  };
}

function actionOf(step: Members, path: JsonPath): FlowAction {
  return {
    path,
    identifier: textOf(step["Identifier"]),
    type: textOf(step["Type"]),
    parameters: objectOf(step["Parameters"]),
    branches: branchesOf(objectOf(step["Transitions"])),
  };
}

/** Plain loops: of all that reading a flow does, this is done most often. */
function branchesOf(transitions: Members): readonly Branch[] {
  const branches: Branch[] = [];
  const add = (kind: Branch["kind"], index: number, from: Members, when?: string): void => {
    const { NextAction: to } = from;
    if (typeof to === "string") branches.push({ kind, to, index, when });
  };
  add("success", 0, transitions);
  listOf(transitions["Conditions"]).forEach((each, index) => {
    const condition = objectOf(each);
    add("condition", index, condition, equalTo(condition));
  });
  listOf(transitions["Errors"]).forEach((each, index) => {
    const error = objectOf(each);
    add("error", index, error, textOf(error["ErrorType"]));
  });
  return branches;
}

const lists = { success: undefined, condition: "Conditions", error: "Errors" } as const;

/** The place of the identifier that a branch leads to. */
export function targetOf(action: FlowAction, { kind, index }: Branch): JsonPath {
  const list = lists[kind];
  return placeIn(action, "Transitions", ...(list === undefined ? [] : [list, index]), "NextAction");
}

/** The value that a condition asks for, where it asks for just one. */
function equalTo({ Condition: condition }: Members): string | undefined {
  const { Operator: operator, Operands: operands } = objectOf(condition);
  const [operand, ...more] = listOf(operands);
  return operator === "Equals" && typeof operand === "string" && more.length === 0
    ? operand
    : undefined;
}

/** The place of a part of an action. */
export const placeIn = ({ path }: FlowAction, ...more: JsonPath): JsonPath => [...path, ...more];

/** Where flows usually find the past contact's id: whoever starts the chat puts it there (domain.md §1.8). */
export const usualSource = "$.Attributes.previousContactId";
