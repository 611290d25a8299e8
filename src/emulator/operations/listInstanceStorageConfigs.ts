import type {
  ListInstanceStorageConfigsRequest,
  ListInstanceStorageConfigsResponse,
} from "@aws-sdk/client-connect";
import { pageOf, queryOf } from "../paging";
import { findInstance } from "../records";
import type { Run } from "../wire";
import type { InstanceRecord } from "../world";

const transcriptStorageOf = ({ transcriptStorage: storage }: InstanceRecord) =>
  storage
    ? [
        {
          AssociationId: storage.associationId,
          StorageType: "S3",
          S3Config: { BucketName: storage.bucket, BucketPrefix: storage.prefix },
        },
      ]
    : [];

/** Of all resource types, only chat transcripts have a storage here. */
export const listInstanceStorageConfigs: Run<
  ListInstanceStorageConfigsRequest,
  ListInstanceStorageConfigsResponse
> = ({ InstanceId, ResourceType, MaxResults = 10, NextToken }, state) => {
  const instance = findInstance(state, InstanceId);
  const configs = ResourceType === "CHAT_TRANSCRIPTS" ? transcriptStorageOf(instance) : [];
  const page = pageOf(configs, {
    query: queryOf("ListInstanceStorageConfigs", instance.id, ResourceType),
    size: MaxResults,
    token: NextToken,
  });
  return { StorageConfigs: page.items, NextToken: page.nextToken };
};
