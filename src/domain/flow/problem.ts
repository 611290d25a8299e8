import type { JsonPath } from "./flow";

/** `hint` is for what may well be meant, `information` for what is usually not; only what is certain is an `error`. */
export type Severity = "error" | "warning" | "information" | "hint";

/** Every mistake that is told, with how grave it is. */
export const severities = {
  wrongActionType: "error",
  typeMissing: "error",
  typeUnknown: "error",
  typeDynamic: "information",
  sourceMissing: "error",
  sourceUnreadable: "error",
  sourceLiteral: "warning",
  sourceIsCurrent: "warning",
  sourceOfThisChat: "information",
  attributeMisspelt: "warning",
  attributeSetLater: "information",
  attributeNotSet: "hint",
  flowAttributeNotSet: "warning",
  flowAttributeSetLater: "warning",
  branchUnknown: "error",
  successMissing: "warning",
  errorMissing: "warning",
  twice: "warning",
  channelNever: "warning",
  channelToo: "information",
  unreachable: "warning",
} as const satisfies Readonly<Record<string, Severity>>;

export type ProblemKind = keyof typeof severities;

/** A change of the file that mends a problem. */
export interface Fix {
  readonly kind: "set" | "append";
  /** Of the value that is set, or of the list that is appended to. */
  readonly path: JsonPath;
  readonly value: unknown;
}

export interface FlowProblem {
  readonly kind: ProblemKind;
  /** The value that it is told at. */
  readonly path: JsonPath;
  /** What its sentence names, in the order of the places in it. */
  readonly values: readonly string[];
  /** Another value that it has to do with. */
  readonly related?: JsonPath;
  /** The best first. */
  readonly fixes: readonly Fix[];
}
