import type {
  ListInstanceStorageConfigsRequest,
  ListInstanceStorageConfigsResponse,
} from "@aws-sdk/client-connect";
import { pageOf, queryOf } from "../paging";
import { findInstance, storageConfigsOf } from "../records";
import type { Run } from "../wire";

export const listInstanceStorageConfigs: Run<
  ListInstanceStorageConfigsRequest,
  ListInstanceStorageConfigsResponse
> = ({ InstanceId, ResourceType, MaxResults = 10, NextToken }, state) => {
  const instance = findInstance(state, InstanceId);
  const page = pageOf(storageConfigsOf(instance, ResourceType), {
    query: queryOf("ListInstanceStorageConfigs", instance.id, ResourceType),
    size: MaxResults,
    token: NextToken,
  });
  return { StorageConfigs: page.items, NextToken: page.nextToken };
};
