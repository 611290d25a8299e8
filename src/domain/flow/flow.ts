/** A place in a JSON text: the names and positions that lead to it. */
export type JsonPath = readonly (string | number)[];

/** The action that continues a past chat (domain.md §1.8). */
export const associationType = "CreatePersistentContactAssociation";

/** Where the flow goes on after an action. */
export interface Branch {
  readonly kind: "success" | "condition" | "error";
  /** The identifier of the next action. */
  readonly to: string;
  /** Of `to`. */
  readonly path: JsonPath;
  /** What an error branch is for, or the value that a condition compares for equality; absent where it is none of these. */
  readonly when?: string;
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
  const transitions = objectOf(step["Transitions"]);
  return {
    path,
    identifier: textOf(step["Identifier"]),
    type: textOf(step["Type"]),
    parameters: objectOf(step["Parameters"]),
    branches: branchesOf(transitions, [...path, "Transitions"]),
  };
}

function branchesOf(transitions: Members, path: JsonPath): readonly Branch[] {
  const branch = (kind: Branch["kind"], at: JsonPath, from: unknown, when?: string): Branch[] => {
    const to = objectOf(from)["NextAction"];
    return typeof to === "string"
      ? [{ kind, to, path: [...at, "NextAction"], ...(when !== undefined && { when }) }]
      : [];
  };
  return [
    ...branch("success", path, transitions),
    ...listOf(transitions["Conditions"]).flatMap((each, index) =>
      branch("condition", [...path, "Conditions", index], each, equalTo(objectOf(each))),
    ),
    ...listOf(transitions["Errors"]).flatMap((each, index) =>
      branch("error", [...path, "Errors", index], each, textOf(objectOf(each)["ErrorType"])),
    ),
  ];
}

/** The value that a condition asks for, where it asks for just one. */
function equalTo({ Condition: condition }: Members): string | undefined {
  const { Operator: operator, Operands: operands } = objectOf(condition);
  const [operand, ...more] = listOf(operands);
  return operator === "Equals" && typeof operand === "string" && more.length === 0
    ? operand
    : undefined;
}

/** Where the action's own parts stand; what is not there is told of at the action's type. */
export const placeIn = ({ path }: FlowAction, ...more: JsonPath): JsonPath => [...path, ...more];

/** Where flows usually find the past contact's id: whoever starts the chat puts it there (domain.md §1.8). */
export const usualSource = "$.Attributes.previousContactId";
