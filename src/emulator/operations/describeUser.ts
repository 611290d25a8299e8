import type { DescribeUserRequest, DescribeUserResponse } from "@aws-sdk/client-connect";
import { AwsError } from "../awsError";
import { arnWithin, findInstance } from "../records";
import { toSeconds, type Run } from "../wire";

export const describeUser: Run<DescribeUserRequest, DescribeUserResponse> = (
  { InstanceId, UserId },
  state,
) => {
  const instance = findInstance(state, InstanceId);
  const user = instance.users.get(UserId);
  if (!user) throw new AwsError("ResourceNotFoundException", `User ${UserId} does not exist.`);
  return {
    User: {
      Id: user.id,
      Arn: arnWithin(state.world, instance, "agent", user.id),
      Username: user.username,
      IdentityInfo: { FirstName: user.firstName, LastName: user.lastName },
      PhoneConfig: { PhoneType: "SOFT_PHONE", AutoAccept: false, AfterContactWorkTimeLimit: 0 },
      Tags: {},
      LastModifiedTime: toSeconds(instance.createdAt),
      LastModifiedRegion: state.world.region,
    },
  };
};
