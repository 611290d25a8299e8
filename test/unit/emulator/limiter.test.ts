import assert from "node:assert/strict";
import { Limiter } from "../../../src/emulator/limiter";
import { connectModel, type ConnectOperation } from "../../../src/emulator/model/model";

describe("emulator: quotas", () => {
  for (const [operation, { quota }] of Object.entries(connectModel)) {
    it(`lets ${quota.burst} requests of ${operation} through at once, then ${quota.rate} a second`, () => {
      const limiter = new Limiter();
      const take = (now: number): boolean => limiter.take(operation, quota, now);
      for (let count = 0; count < quota.burst; count += 1) assert.equal(take(0), true);
      assert.equal(take(0), false);
      const gap = 1000 / quota.rate;
      assert.equal(take(gap - 1), false);
      for (let count = 1; count <= 10; count += 1) {
        assert.equal(take(count * gap), true);
        assert.equal(take(count * gap), false);
      }
    });
  }

  it("never saves up more than the burst, and survives a clock that goes back", () => {
    const { quota } = connectModel["DescribeContact" satisfies ConnectOperation];
    const limiter = new Limiter();
    limiter.take("op", quota, 1000);
    let granted = 0;
    while (limiter.take("op", quota, 1_000_000)) granted += 1;
    assert.equal(granted, quota.burst);
    assert.equal(limiter.take("op", quota, 0), false);
  });

  it("counts each operation by itself", () => {
    const limiter = new Limiter();
    const quota = { rate: 1, burst: 1 };
    assert.equal(limiter.take("a", quota, 0), true);
    assert.equal(limiter.take("b", quota, 0), true);
    assert.equal(limiter.take("a", quota, 0), false);
  });
});
