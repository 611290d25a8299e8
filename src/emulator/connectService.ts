import { connectModel } from "./model/model";
import { connectOperations } from "./operations";
import { restJsonService } from "./restJson";

export const connectService = restJsonService({
  name: "connect",
  failure: "InternalServiceException",
  model: connectModel,
  operations: connectOperations,
  // One account and Region, which is what the quotas belong to.
  quotaOf: () => "",
});
