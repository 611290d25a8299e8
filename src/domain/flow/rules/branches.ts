import type { Flow, FlowAction } from "../flow";
import { placeIn, targetOf } from "../flow";
import type { Fix, FlowProblem } from "../problem";

/** Where the actions that continue a past chat lead: Success and Error, to actions that are there (domain.md §1.8). */
export const branchProblems = (flow: Flow): readonly FlowProblem[] =>
  flow.associations.flatMap((action) => [
    ...unknownTargets(flow, action),
    ...missingBranches(action),
  ]);

const unknownTargets = ({ byIdentifier }: Flow, action: FlowAction): readonly FlowProblem[] =>
  action.branches
    .filter(({ to }) => !byIdentifier.has(to))
    .map((branch) => ({
      kind: "branchUnknown",
      path: targetOf(action, branch),
      values: [branch.to],
      fixes: [],
    }));

const otherErrors = "NoMatchingError";

function missingBranches(action: FlowAction): readonly FlowProblem[] {
  const success = action.branches.find(({ kind }) => kind === "success");
  const error = action.branches.find(({ kind, when }) => kind === "error" && when === otherErrors);
  const path = placeIn(action, "Type");
  return [
    ...(success === undefined
      ? [{ kind: "successMissing", path, values: [], fixes: [] } as const]
      : []),
    ...(error === undefined
      ? [
          {
            kind: "errorMissing",
            path,
            values: [],
            fixes: success === undefined ? [] : [errorBranch(action, success.to)],
          } as const,
        ]
      : []),
  ];
}

/** Goes on as if the past chat had been continued: without its history. */
const errorBranch = (action: FlowAction, to: string): Fix => ({
  kind: "append",
  path: placeIn(action, "Transitions", "Errors"),
  value: { NextAction: to, ErrorType: otherErrors },
});
