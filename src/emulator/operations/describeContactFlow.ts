import type {
  DescribeContactFlowRequest,
  DescribeContactFlowResponse,
} from "@aws-sdk/client-connect";
import { arnWithin, findFlow, findInstance } from "../records";
import type { Run } from "../wire";

export const describeContactFlow: Run<DescribeContactFlowRequest, DescribeContactFlowResponse> = (
  { InstanceId, ContactFlowId },
  state,
) => {
  const instance = findInstance(state, InstanceId);
  const { id, name, type, description, content } = findFlow(instance, ContactFlowId);
  return {
    ContactFlow: {
      Id: id,
      Arn: arnWithin(state.world, instance, "contact-flow", id),
      Name: name,
      Type: type,
      State: "ACTIVE",
      Status: "PUBLISHED",
      Description: description,
      Content: content,
      Tags: {},
    },
  };
};
