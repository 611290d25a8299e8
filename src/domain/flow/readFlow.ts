import type { Flow, FlowAction } from "./flow";
import { flowOf, isObject, placeIn } from "./flow";
import type { Span } from "./locate";
import { locate } from "./locate";
import { namesFlowMembers } from "./mayBeFlow";
import type { Fix, FlowProblem } from "./problem";
import { attributeProblems } from "./rules/attributes";
import { branchProblems } from "./rules/branches";
import { parameterProblems } from "./rules/parameters";
import { pathProblems } from "./rules/paths";

export interface LocatedProblem extends FlowProblem {
  readonly span: Span;
  readonly relatedSpan?: Span;
}

/** An action that continues a past chat, and where its type stands. */
export interface LocatedAction {
  readonly action: FlowAction;
  readonly span: Span;
}

/** What is said of a text. */
export interface FlowReading {
  readonly flow: Flow;
  readonly associations: readonly LocatedAction[];
  readonly problems: readonly LocatedProblem[];
}

/** Of what there is to say something about. */
const MENTION = /persistentcontactassociation|"RehydrationType"/i;

/**
 * Reads a JSON text. Undefined for one that is no flow or no JSON, and for a flow that continues no chat: there is nothing to say. Searches the text, and reads it only if
 * the search finds something to say; the positions cost most, so that only those that are needed are looked for.
 */
export function readFlow(text: string): FlowReading | undefined {
  if (!namesFlowMembers(text) || !MENTION.test(text)) return undefined;
  try {
    return reading(text, JSON.parse(text));
  } catch (error) {
    // No JSON, or nested so deeply that nobody has written it.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function reading(text: string, root: unknown): FlowReading | undefined {
  const flow = flowOf(root);
  if (flow === undefined) return undefined;
  const problems = problemsOf(flow, root);
  const typeOf = (action: FlowAction) => placeIn(action, "Type");
  const spanOf = locate(text, [
    ...flow.associations.map(typeOf),
    ...problems.flatMap(({ path, related }) => [path, ...(related === undefined ? [] : [related])]),
  ]);
  return {
    flow,
    associations: flow.associations.map((action) => ({ action, span: spanOf(typeOf(action)) })),
    problems: problems.map((problem) => ({
      ...problem,
      span: spanOf(problem.path),
      ...(problem.related !== undefined && { relatedSpan: spanOf(problem.related) }),
    })),
  };
}

const problemsOf = (flow: Flow, root: unknown): readonly FlowProblem[] =>
  [
    ...parameterProblems(flow),
    ...branchProblems(flow),
    ...pathProblems(flow),
    ...attributeProblems(flow),
  ].map((problem) => ({ ...problem, fixes: problem.fixes.filter((fix) => fits(fix, root)) }));

/** Whether there is an object or a list for each part of the way, as far as the way is there. */
function fits({ kind, path }: Fix, root: unknown): boolean {
  let here = root;
  for (const part of path) {
    if (here === undefined) return true;
    if (typeof part === "number" ? !Array.isArray(here) : !isObject(here)) return false;
    here = (here as Readonly<Record<string | number, unknown>>)[part];
  }
  return kind === "set" || here === undefined || Array.isArray(here);
}
