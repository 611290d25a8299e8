import type { ListContactFlowsRequest, ListContactFlowsResponse } from "@aws-sdk/client-connect";
import { pageOf, queryOf } from "../paging";
import { arnWithin, findInstance } from "../records";
import type { Run } from "../wire";

export const listContactFlows: Run<ListContactFlowsRequest, ListContactFlowsResponse> = (
  { InstanceId, ContactFlowTypes = [], MaxResults = 100, NextToken },
  state,
) => {
  const instance = findInstance(state, InstanceId);
  const wanted = new Set<string>(ContactFlowTypes);
  const flows = [...instance.flows.values()];
  const page = pageOf(
    flows.filter(({ type }) => wanted.size === 0 || wanted.has(type)),
    {
      query: queryOf("ListContactFlows", instance.id, ContactFlowTypes),
      size: MaxResults,
      token: NextToken,
    },
  );
  return {
    ContactFlowSummaryList: page.items.map(({ id, name, type }) => ({
      Id: id,
      Arn: arnWithin(state.world, instance, "contact-flow", id),
      Name: name,
      ContactFlowType: type,
      ContactFlowState: "ACTIVE",
      ContactFlowStatus: "PUBLISHED",
    })),
    NextToken: page.nextToken,
  };
};
