import type { DescribeInstanceRequest, DescribeInstanceResponse } from "@aws-sdk/client-connect";
import { findInstance } from "../records";
import type { Run } from "../wire";
import { summaryOf } from "./listInstances";

export const describeInstance: Run<DescribeInstanceRequest, DescribeInstanceResponse> = (
  { InstanceId },
  state,
) => ({ Instance: { ...summaryOf(state.world, findInstance(state, InstanceId)), Tags: {} } });
