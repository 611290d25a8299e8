import type { ListUsersRequest, ListUsersResponse } from "@aws-sdk/client-connect";
import { pageOf, queryOf } from "../paging";
import { arnWithin, findInstance } from "../records";
import { toSeconds, type Run } from "../wire";

export const listUsers: Run<ListUsersRequest, ListUsersResponse> = (
  { InstanceId, MaxResults = 100, NextToken },
  state,
) => {
  const instance = findInstance(state, InstanceId);
  const page = pageOf([...instance.users.values()], {
    query: queryOf("ListUsers", instance.id),
    size: MaxResults,
    token: NextToken,
  });
  return {
    UserSummaryList: page.items.map(({ id, username }) => ({
      Id: id,
      Arn: arnWithin(state.world, instance, "agent", id),
      Username: username,
      LastModifiedTime: toSeconds(instance.createdAt),
      LastModifiedRegion: state.world.region,
    })),
    NextToken: page.nextToken,
  };
};
