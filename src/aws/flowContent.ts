import { type ConnectClient, DescribeContactFlowCommand } from "@aws-sdk/client-connect";
import type { Caller } from "./caller";
import { UnreadableAnswer } from "./failureOf";

/** The content of a published flow. */
export function readFlowContent(
  connect: Caller<ConnectClient>,
  { instanceId, flowId }: { readonly instanceId: string; readonly flowId: string },
  signal: AbortSignal,
): Promise<string> {
  const command = new DescribeContactFlowCommand({ InstanceId: instanceId, ContactFlowId: flowId });
  return connect.call(
    {
      operation: "DescribeContactFlow",
      send: (client, options) => client.send(command, options),
      read: ({ ContactFlow }) => {
        if (ContactFlow?.Content === undefined)
          throw new UnreadableAnswer("The answer has no content of the flow");
        return ContactFlow.Content;
      },
    },
    signal,
  );
}
