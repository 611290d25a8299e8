import type { ListQueuesRequest, ListQueuesResponse } from "@aws-sdk/client-connect";
import { pageOf, queryOf } from "../paging";
import { arnWithin, findInstance } from "../records";
import { toSeconds, type Run } from "../wire";

const QUEUE_TYPE = "STANDARD";

/** Agents' own queues aren't kept: every queue is a standard one. */
export const listQueues: Run<ListQueuesRequest, ListQueuesResponse> = (
  { InstanceId, QueueTypes = [QUEUE_TYPE], MaxResults = 100, NextToken },
  state,
) => {
  const instance = findInstance(state, InstanceId);
  const wanted = QueueTypes.length === 0 || QueueTypes.includes(QUEUE_TYPE);
  const page = pageOf(wanted ? [...instance.queues.values()] : [], {
    query: queryOf("ListQueues", instance.id, QueueTypes),
    size: MaxResults,
    token: NextToken,
  });
  return {
    QueueSummaryList: page.items.map(({ id, name }) => ({
      Id: id,
      Arn: arnWithin(state.world, instance, "queue", id),
      Name: name,
      QueueType: QUEUE_TYPE,
      LastModifiedTime: toSeconds(instance.createdAt),
      LastModifiedRegion: state.world.region,
    })),
    NextToken: page.nextToken,
  };
};
