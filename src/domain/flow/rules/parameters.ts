import type { RehydrationType } from "../../association";
import { isRehydrationType, rehydrationTypes } from "../../association";
import { isContactId } from "../../contactReference";
import type { Flow, FlowAction } from "../flow";
import { associationType, placeIn, usualSource } from "../flow";
import type { Fix, FlowProblem, ProblemKind } from "../problem";

/** What the actions that continue a past chat are given. */
export const parameterProblems = ({ actions, associations }: Flow): readonly FlowProblem[] => [
  ...actions.filter(isMeantAsAssociation).map(wrongActionType),
  ...associations.flatMap((action) => [...typeProblems(action), ...sourceProblems(action)]),
];

/** No other action has this parameter; the names of actions are case-sensitive. */
const isMeantAsAssociation = ({ type, parameters }: FlowAction): boolean =>
  type !== associationType &&
  !isFilledInLater(type) &&
  (type.toLowerCase() === associationType.toLowerCase() ||
    Object.hasOwn(parameters, "RehydrationType"));

function wrongActionType(action: FlowAction): FlowProblem {
  const path = placeIn(action, "Type");
  return {
    kind: "wrongActionType",
    path,
    values: [action.type],
    fixes: [{ kind: "set", path, value: associationType }],
  };
}

/** Flows in repositories are often templates. Of what is put in at deployment nothing is known. */
const isFilledInLater = (text: string): boolean =>
  /\$\{.*\}|\{\{.*\}\}|<[^<>]+>|%\w+%|\b__\w+__\b|^@\w+@$/.test(text);

const isReference = (text: string): boolean => text.startsWith("$");

function typeProblems(action: FlowAction): readonly FlowProblem[] {
  const value = action.parameters["RehydrationType"];
  if (isRehydrationType(value)) return [];
  const path = placeIn(action, "Parameters", "RehydrationType");
  const problem = (kind: ProblemKind, fixes: readonly Fix[]): readonly FlowProblem[] => [
    { kind, path, values: [shown(value)], fixes },
  ];
  const fixes = typesLike(shown(value)).map((type): Fix => ({ kind: "set", path, value: type }));
  if (isAbsent(value)) return problem("typeMissing", fixes).map(atTypeOf(action));
  if (typeof value === "string" && isFilledInLater(value)) return [];
  return typeof value === "string" && isReference(value)
    ? problem("typeDynamic", fixes)
    : problem("typeUnknown", fixes);
}

/** The one that was meant first: `EntirePastSession` has the letters of one of them. */
function typesLike(text: string): readonly RehydrationType[] {
  const letters = (words: string): string => words.replace(/[^a-z]/gi, "").toUpperCase();
  return rehydrationTypes.toSorted(
    (a, b) => Number(letters(b) === letters(text)) - Number(letters(a) === letters(text)),
  );
}

const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

const shown = (value: unknown): string =>
  typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);

/** What is not in the file can't be pointed at; the action's type is. */
const atTypeOf =
  (action: FlowAction) =>
  (problem: FlowProblem): FlowProblem => ({ ...problem, path: placeIn(action, "Type") });

/** References to contacts of the chat in which the flow runs, none of which is a past chat (domain.md §1.8). */
const ownContacts: ReadonlyMap<string, ProblemKind> = new Map([
  ["$.ContactId", "sourceIsCurrent"],
  ["$.InitialContactId", "sourceOfThisChat"],
  ["$.PreviousContactId", "sourceOfThisChat"],
]);

function sourceProblems(action: FlowAction): readonly FlowProblem[] {
  const value = action.parameters["SourceContactId"];
  const kind = sourceProblem(value);
  if (kind === undefined) return [];
  const path = placeIn(action, "Parameters", "SourceContactId");
  const problem: FlowProblem = {
    kind,
    path,
    values: [shown(value)],
    fixes: [{ kind: "set", path, value: referenceLike(value) }],
  };
  return [kind === "sourceMissing" ? atTypeOf(action)(problem) : problem];
}

function sourceProblem(value: unknown): ProblemKind | undefined {
  if (isAbsent(value)) return "sourceMissing";
  if (typeof value !== "string") return "sourceUnreadable";
  if (isReference(value)) return ownContacts.get(value);
  if (isFilledInLater(value)) return undefined;
  return isContactId(value.trim()) ? "sourceLiteral" : "sourceUnreadable";
}

/** `Attributes.name` lacks its beginning only. */
const referenceLike = (value: unknown): string =>
  typeof value === "string" && /^(?:Attributes|FlowAttributes|External)\.\w+$/.test(value)
    ? `$.${value}`
    : usualSource;
