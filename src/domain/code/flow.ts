import type { CodeRequest } from "./call";
import type { RehydrationType } from "../association";
import { associationType, usualSource } from "../flow/flow";
import { jsonLiteral } from "./literals";

/**
 * The action of a flow that does the same (domain.md §1.8). A flow runs for every chat, so that it reads the past contact's id from
 * an attribute; the actions it leads to are the flow's own.
 */
export const associationAction = (identifier: string, rehydrationType: RehydrationType) => ({
  Identifier: identifier,
  Type: associationType,
  Parameters: { RehydrationType: rehydrationType, SourceContactId: usualSource },
  Transitions: {
    NextAction: "NEXT_ACTION",
    Errors: [{ NextAction: "ERROR_ACTION", ErrorType: "NoMatchingError" }],
  },
});

export const flowCode = ({ call, clientToken }: CodeRequest): string =>
  `${jsonLiteral(associationAction(clientToken, call.rehydrationType), 2)}\n`;
