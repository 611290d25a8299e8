import type {
  DescribeInstanceAttributeRequest,
  DescribeInstanceAttributeResponse,
} from "@aws-sdk/client-connect";
import { findInstance } from "../records";
import type { Run } from "../wire";

export const describeInstanceAttribute: Run<
  DescribeInstanceAttributeRequest,
  DescribeInstanceAttributeResponse
> = ({ InstanceId, AttributeType }, state) => ({
  Attribute: {
    AttributeType,
    Value: String(findInstance(state, InstanceId).enabled.has(AttributeType)),
  },
});
