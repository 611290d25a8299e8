import type {
  DescribeInstanceStorageConfigRequest,
  DescribeInstanceStorageConfigResponse,
} from "@aws-sdk/client-connect";
import { AwsError } from "../awsError";
import { findInstance, storageConfigsOf } from "../records";
import type { Run } from "../wire";

export const describeInstanceStorageConfig: Run<
  DescribeInstanceStorageConfigRequest,
  DescribeInstanceStorageConfigResponse
> = ({ InstanceId, AssociationId, ResourceType }, state) => {
  const configs = storageConfigsOf(findInstance(state, InstanceId), ResourceType);
  const config = configs.find((one) => one.AssociationId === AssociationId);
  if (config) return { StorageConfig: config };
  throw new AwsError(
    "ResourceNotFoundException",
    `There is no storage ${AssociationId} of ${ResourceType}.`,
  );
};
