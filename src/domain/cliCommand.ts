import type { RehydrationType } from "./association";
import { jsonLiteral } from "./code/literals";

/** A call as the AWS CLI makes it. */
export type CliCall =
  | {
      readonly operation: "describe-contact" | "list-associated-contacts";
      readonly contactId: string;
    }
  | { readonly operation: "get-contact-attributes"; readonly initialContactId: string }
  | {
      readonly operation: "create-persistent-contact-association";
      readonly currentContactId: string;
      readonly sourceContactId: string;
      readonly rehydrationType: RehydrationType;
      /** The CLI makes none of its own, so that running the command again would be another wish (domain.md §1.2). */
      readonly clientToken: string;
    }
  | {
      readonly operation: "start-chat-contact";
      readonly contactFlowId: string;
      readonly displayName: string;
      readonly sourceContactId: string;
      readonly rehydrationType: RehydrationType;
      readonly clientToken: string;
    };

/** How the CLI reaches the instance. */
export interface CliTarget {
  readonly instanceId: string;
  readonly region: string;
  readonly profile?: string;
  /** Of the Sandbox. */
  readonly endpointUrl?: string;
}

/** The command's words, not quoted for any shell. */
export const cliWords = (call: CliCall, target: CliTarget): readonly string[] => [
  "aws",
  "connect",
  call.operation,
  "--instance-id",
  target.instanceId,
  ...parametersOf(call),
  "--region",
  target.region,
  ...(target.profile === undefined ? [] : ["--profile", target.profile]),
  ...(target.endpointUrl === undefined ? [] : ["--endpoint-url", target.endpointUrl]),
];

function parametersOf(call: CliCall): readonly string[] {
  switch (call.operation) {
    case "describe-contact":
    case "list-associated-contacts":
      return ["--contact-id", call.contactId];
    case "get-contact-attributes":
      return ["--initial-contact-id", call.initialContactId];
    case "create-persistent-contact-association":
      return [
        "--initial-contact-id",
        call.currentContactId,
        "--rehydration-type",
        call.rehydrationType,
        "--source-contact-id",
        call.sourceContactId,
        "--client-token",
        call.clientToken,
      ];
    case "start-chat-contact": {
      const { rehydrationType: RehydrationType, sourceContactId: SourceContactId } = call;
      return [
        "--contact-flow-id",
        call.contactFlowId,
        "--participant-details",
        jsonLiteral({ DisplayName: call.displayName }),
        "--persistent-chat",
        jsonLiteral({ RehydrationType, SourceContactId }),
        "--client-token",
        call.clientToken,
      ];
    }
  }
}
