import type { AttributeReference } from "../attributes";
import { attributeOf, mayBeSetUnseen, referenceTo, settersOf } from "../attributes";
import type { Flow, FlowAction } from "../flow";
import { placeIn } from "../flow";
import type { FlowProblem, ProblemKind } from "../problem";
import { reachedFrom } from "./paths";

/**
 * Whether anything puts an id where the actions look for it. Whoever starts the chat usually does (domain.md §1.8), so that a flow
 * that sets no attributes at all is told nothing.
 */
export function attributeProblems(flow: Flow): readonly FlowProblem[] {
  const set = {
    Attributes: settersOf(flow, "Attributes"),
    FlowAttributes: settersOf(flow, "FlowAttributes"),
  };
  const cameAfter = new Map<string, ReadonlyMap<string, FlowAction>>();
  /** Actions are many, attributes few. */
  const comesAfter = (action: FlowAction, source: string, setters: readonly FlowAction[]) => {
    const reached = cameAfter.get(source) ?? reachedFrom(flow, setters);
    cameAfter.set(source, reached);
    return reached.has(action.identifier);
  };
  return flow.associations.flatMap((action): readonly FlowProblem[] => {
    const source = attributeOf(action.parameters["SourceContactId"]);
    if (source === undefined) return [];
    const names = set[source.scope];
    if (mayBeSetUnseen(flow, names)) return [];
    const setters = names.get(source.name);
    if (setters === undefined) return neverSet(action, source, [...names.keys()]);
    return comesAfter(action, referenceTo(source), setters)
      ? []
      : setLater(action, source, setters);
  });
}

const sourceOf = (action: FlowAction) => placeIn(action, "Parameters", "SourceContactId");

function neverSet(
  action: FlowAction,
  { scope, name }: AttributeReference,
  names: readonly string[],
): readonly FlowProblem[] {
  const path = sourceOf(action);
  const problem = (kind: ProblemKind, others: readonly string[]): readonly FlowProblem[] => [
    {
      kind,
      path,
      values: [name, ...others],
      fixes: others.map((other) => ({
        kind: "set",
        path,
        value: referenceTo({ scope, name: other }),
      })),
    },
  ];
  const meant = names.find((other) => letters(other) === letters(name));
  if (meant !== undefined) return problem("attributeMisspelt", [meant]);
  const others = names.slice(0, 3);
  if (scope === "FlowAttributes") return problem("flowAttributeNotSet", others);
  return others.length === 0 ? [] : problem("attributeNotSet", others);
}

/** Names are case-sensitive, people are not. */
const letters = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

const setLater = (
  action: FlowAction,
  { scope, name }: AttributeReference,
  [setter]: readonly FlowAction[],
): readonly FlowProblem[] => [
  {
    kind: scope === "Attributes" ? "attributeSetLater" : "flowAttributeSetLater",
    path: sourceOf(action),
    values: [name],
    ...(setter !== undefined && { related: placeIn(setter, "Type") }),
    fixes: [],
  },
];
