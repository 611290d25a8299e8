import type { DescribeQueueRequest, DescribeQueueResponse } from "@aws-sdk/client-connect";
import { AwsError } from "../awsError";
import { arnWithin, findInstance } from "../records";
import { toSeconds, type Run } from "../wire";

export const describeQueue: Run<DescribeQueueRequest, DescribeQueueResponse> = (
  { InstanceId, QueueId },
  state,
) => {
  const instance = findInstance(state, InstanceId);
  const queue = instance.queues.get(QueueId);
  if (!queue) throw new AwsError("ResourceNotFoundException", `Queue ${QueueId} does not exist.`);
  return {
    Queue: {
      QueueId: queue.id,
      QueueArn: arnWithin(state.world, instance, "queue", queue.id),
      Name: queue.name,
      Description: queue.description,
      Status: "ENABLED",
      Tags: {},
      LastModifiedTime: toSeconds(instance.createdAt),
      LastModifiedRegion: state.world.region,
    },
  };
};
