import type { ListInstancesRequest, ListInstancesResponse } from "@aws-sdk/client-connect";
import { pageOf, queryOf } from "../paging";
import { instanceArn } from "../records";
import { toSeconds, type Run, type ToWire } from "../wire";
import type { InstanceRecord, World } from "../world";

/** What ListInstances and DescribeInstance both say of an instance. */
export const summaryOf = (
  world: World,
  instance: InstanceRecord,
): ToWire<NonNullable<ListInstancesResponse["InstanceSummaryList"]>[number]> => ({
  Id: instance.id,
  Arn: instanceArn(world, instance),
  IdentityManagementType: "CONNECT_MANAGED",
  InstanceAlias: instance.alias,
  CreatedTime: toSeconds(instance.createdAt),
  ServiceRole: `arn:aws:iam::${world.accountId}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_${instance.alias}`,
  InstanceStatus: "ACTIVE",
  InboundCallsEnabled: true,
  OutboundCallsEnabled: true,
  InstanceAccessUrl: `https://${instance.alias}.my.connect.aws`,
});

export const listInstances: Run<ListInstancesRequest, ListInstancesResponse> = (
  { MaxResults = 10, NextToken },
  { world },
) => {
  const page = pageOf([...world.instances.values()], {
    query: queryOf("ListInstances"),
    size: MaxResults,
    token: NextToken,
  });
  return {
    InstanceSummaryList: page.items.map((instance) => summaryOf(world, instance)),
    NextToken: page.nextToken,
  };
};
