import type { Flow, FlowAction } from "./flow";
import { isObject } from "./flow";

/** Attributes of the contact outlive the flow; those of the flow end with it and are nobody else's. */
export type AttributeScope = "Attributes" | "FlowAttributes";

export interface AttributeReference {
  readonly scope: AttributeScope;
  readonly name: string;
}

/** `$.Attributes.name` or `$.Attributes['name']`. */
const REFERENCE =
  /^\$\.(?<scope>Attributes|FlowAttributes)(?:\.(?<plain>[^[\]]+)|\[(?<quote>['"])(?<quoted>.+)\k<quote>\])$/;

export function attributeOf(value: unknown): AttributeReference | undefined {
  if (typeof value !== "string") return undefined;
  const { scope, plain, quoted } = REFERENCE.exec(value)?.groups ?? {};
  const name = plain ?? quoted;
  if (name === undefined) return undefined;
  return { scope: scope === "Attributes" ? scope : "FlowAttributes", name };
}

/** What sets them, each in a parameter that is named as the scope is. */
const setterTypes: Readonly<Record<AttributeScope, string>> = {
  Attributes: "UpdateContactAttributes",
  FlowAttributes: "UpdateFlowAttributes",
};

/** The actions that set an attribute, by its name. Those of another contact are none. */
export function settersOf(
  { actions }: Flow,
  scope: AttributeScope,
): ReadonlyMap<string, readonly FlowAction[]> {
  const byName = new Map<string, FlowAction[]>();
  for (const action of actions) {
    const isSetter = action.type === setterTypes[scope];
    if (!isSetter || action.parameters["TargetContact"] === "Related") continue;
    for (const name of namesIn(action.parameters[scope])) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [action]);
      else known.push(action);
    }
  }
  return byName;
}

const namesIn = (attributes: unknown): readonly string[] =>
  isObject(attributes) ? Object.keys(attributes) : [];

/** A module may set what it likes, and so does a name that is worked out when the flow runs. */
export const mayBeSetUnseen = ({ actions }: Flow, names: ReadonlyMap<string, unknown>): boolean =>
  actions.some(({ type }) => type === "InvokeFlowModule") ||
  [...names.keys()].some((name) => name.startsWith("$") || name.includes("{"));

export const referenceTo = ({ scope, name }: AttributeReference): string =>
  /^\w+$/.test(name) ? `$.${scope}.${name}` : `$.${scope}['${name}']`;
