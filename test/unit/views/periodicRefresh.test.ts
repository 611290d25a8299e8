import assert from "node:assert/strict";
import { mock } from "node:test";
import { PeriodicRefresh } from "../../../src/views/periodicRefresh";

const MINUTE = 60_000;

describe("reading the lists by themselves", () => {
  const settings = { minutes: 2, isWatched: true };
  let readings = 0;
  let refresh: PeriodicRefresh;

  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    Object.assign(settings, { minutes: 2, isWatched: true });
    readings = 0;
    refresh = new PeriodicRefresh({
      minutes: () => settings.minutes,
      isWatched: () => settings.isWatched,
      read: () => {
        readings += 1;
        return Promise.resolve();
      },
    });
  });

  afterEach(() => {
    refresh.dispose();
    mock.timers.reset();
  });

  const pass = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      mock.timers.tick(MINUTE);
      await new Promise(setImmediate);
    }
  };

  it("comes every so many minutes", async () => {
    await pass(1);
    assert.equal(readings, 0);
    await pass(5);
    assert.equal(readings, 3);
  });

  it("waits while nobody can be looking", async () => {
    settings.isWatched = false;
    await pass(6);
    assert.equal(readings, 0);
    settings.isWatched = true;
    await pass(2);
    assert.equal(readings, 1);
  });

  it("is off at 0, and on again as soon as the setting says so", async () => {
    settings.minutes = 0;
    refresh.restart();
    await pass(10);
    assert.equal(readings, 0);
    settings.minutes = 1;
    refresh.restart();
    await pass(2);
    assert.equal(readings, 2);
  });

  it("ends with the window", async () => {
    refresh.dispose();
    await pass(6);
    assert.equal(readings, 0);
  });
});
