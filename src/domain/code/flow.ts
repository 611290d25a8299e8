import type { CodeRequest } from "./call";
import { jsonLiteral } from "./literals";

/**
 * The action of a flow that does the same (domain.md §1.8). A flow runs for every chat, so that it reads the past contact's id from
 * an attribute; the actions it leads to are the flow's own.
 */
export const flowCode = ({ call, clientToken }: CodeRequest): string =>
  `${jsonLiteral(
    {
      Identifier: clientToken,
      Type: "CreatePersistentContactAssociation",
      Parameters: {
        RehydrationType: call.rehydrationType,
        SourceContactId: "$.Attributes.previousContactId",
      },
      Transitions: {
        NextAction: "NEXT_ACTION",
        Errors: [{ NextAction: "ERROR_ACTION", ErrorType: "NoMatchingError" }],
      },
    },
    2,
  )}\n`;
