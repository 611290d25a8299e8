import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MAX_TRIES, TryFiles } from "../../../src/connections/notebook/tryFiles";
import { failureKinds } from "../../../src/domain/failure";
import type { TriedOutcome, Try } from "../../../src/domain/tries";
import { tried, triedStart } from "../support/tries";

const failure = {
  kind: "invalidRequest",
  operation: "CreatePersistentContactAssociation",
  answer: { name: "InvalidRequestException", message: "It is persistent already.", status: 400 },
} as const;

const outcomes: readonly TriedOutcome[] = [
  { kind: "unanswered" },
  { kind: "made", answer: { continuedFromContactId: "C3", requestId: "r", attempts: 2 } },
  { kind: "found", continuedFromContactId: "C2", failure },
  ...failureKinds.map((kind): TriedOutcome => ({ kind: "failed", failure: { ...failure, kind } })),
];

describe("The notebook's files", () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "tries-"))));
  afterEach(() => rm(folder, { recursive: true }));

  const window = () => new TryFiles(folder);
  const listed = async (): Promise<readonly Try[]> => (await window().read()).tries;
  const fileOf = async ({ id }: Try): Promise<string> => {
    const name = (await readdir(folder)).find((each) => each.includes(id));
    return join(folder, name ?? assert.fail(`There is no file of ${id}.`));
  };
  const writeAll = async (tries: readonly Try[]): Promise<void> => {
    for (const each of tries) await window().write(each);
  };

  it("are none at the beginning", async () => {
    const none = { tries: [], newer: 0, damaged: 0 };
    assert.deepEqual(await window().read(), none);
    assert.deepEqual(await new TryFiles(join(folder, "not", "there")).read(), none);
  });

  it("give back every kind of try as it was, newest first", async () => {
    const tries = outcomes.map((outcome, minute) => tried({ minute, outcome }));
    await writeAll(tries);
    assert.deepEqual(await listed(), tries.toReversed());
  });

  it("give back what was continued by the start of a chat, also where none was started", async () => {
    const { current } = tried();
    const intent = { ...triedStart().intent, currentContactId: "c9" };
    const started = triedStart({ intent, ...(current && { current }), minute: 1 });
    const refused = triedStart({ outcome: { kind: "failed", failure } });
    await writeAll([refused, started]);
    assert.deepEqual(await listed(), [started, refused]);
  });

  it("read as associations what version 1 wrote, which knew of nothing else", async () => {
    const [kept, again] = [tried(), tried({ minute: 1 })];
    await writeAll([kept]);
    const { operation, ...ofVersion1 } = kept;
    assert.equal(operation, "CreatePersistentContactAssociation");
    const text = JSON.stringify({ version: 1, try: ofVersion1 });
    await writeFile(await fileOf(kept), text);
    assert.deepEqual(await window().read(), { tries: [kept], newer: 0, damaged: 0 });
    await writeAll([again]);
    assert.equal(await readFile(await fileOf(kept), "utf8"), text);
  });

  it("hold the proof of a try, once there is one", async () => {
    const answered = tried();
    const proven = {
      ...answered,
      proof: {
        predictedCount: 42,
        returnedCount: 41,
        agreeingCount: 41,
        hasEvent: true,
        isProven: false,
      },
    };
    await writeAll([answered, proven]);
    assert.deepEqual(await listed(), [proven]);
  });

  it("hold the newer state of a try in the place of the older one", async () => {
    const sent = tried({ outcome: { kind: "unanswered" } });
    const answered = { ...sent, outcome: outcomes[1]! };
    await writeAll([sent, answered]);
    assert.deepEqual(await listed(), [answered]);
  });

  it("lose nothing of two windows that add and remove at once", async () => {
    const old = Array.from({ length: 20 }, (_, minute) => tried({ minute }));
    await writeAll(old);
    const [one, other] = [window(), window()];
    const added = Array.from({ length: 40 }, (_, index) => tried({ minute: 100 + index }));
    await Promise.all([
      ...added.map((each, index) => (index % 2 === 0 ? one : other).write(each)),
      ...old.slice(0, 10).map(({ id }) => one.remove(id)),
      ...old.slice(5, 15).map(({ id }) => other.remove(id)),
    ]);
    assert.deepEqual(await listed(), [...old.slice(15), ...added].toReversed());
  });

  it(`are at most ${MAX_TRIES}: the oldest go`, async () => {
    const tries = Array.from({ length: MAX_TRIES + 2 }, (_, minute) => tried({ minute }));
    // Of a window that was closed while it wrote: takes no place.
    await writeFile(join(folder, "99999999999999-x.json.1.tmp"), "{");
    await writeAll(tries.slice(0, MAX_TRIES));
    assert.equal((await listed()).length, MAX_TRIES);
    await writeAll(tries.slice(MAX_TRIES));
    assert.deepEqual(
      (await listed()).map(({ id }) => id),
      tries
        .slice(2)
        .map(({ id }) => id)
        .toReversed(),
    );
  });

  it("keep aside what is damaged, and give the others", async () => {
    const [whole, ...broken] = [tried(), tried(), tried(), tried(), tried()];
    await writeAll([whole, ...broken]);
    const text = await readFile(await fileOf(broken[0]), "utf8");
    const texts = [text.slice(0, 100), "", "\0\0", text.replace('"token"', "7")];
    for (const [index, damage] of texts.entries())
      await writeFile(await fileOf(broken[index]!), damage);
    for (let time = 0; time < 2; time += 1) {
      assert.deepEqual(await window().read(), { tries: [whole], newer: 0, damaged: 4 });
      for (const [index, damage] of texts.entries())
        assert.equal(await readFile(await fileOf(broken[index]!), "utf8"), damage);
    }
    await writeAll([tried({ minute: 1 })]);
    assert.equal((await listed()).length, 2);
  });

  it("leave a newer version's tries as they are", async () => {
    const [ours, newer] = [tried({ minute: 1 }), tried()];
    await writeAll([ours, newer]);
    const place = await fileOf(newer);
    const text = JSON.stringify({ version: 3, try: { shape: "unheard of" } });
    await writeFile(place, text);
    assert.deepEqual(await window().read(), { tries: [ours], newer: 1, damaged: 0 });
    await window().write(tried({ minute: 2 }));
    await window().remove(ours.id);
    assert.equal(await readFile(place, "utf8"), text);
  });

  it("are all gone once the notebook is cleared, also what was kept aside", async () => {
    const [whole, broken] = [tried(), tried()];
    await writeAll([whole, broken]);
    await writeFile(await fileOf(broken), "{");
    await window().read();
    await window().clear();
    assert.deepEqual(await readdir(folder), []);
    await window().clear();
  });

  it("hold nothing of a chat but ids, times and the service's words", async () => {
    const each = tried();
    await writeAll([each]);
    assert.doesNotMatch(
      await readFile(await fileOf(each), "utf8"),
      /attributes|bucket|transcript":/i,
    );
  });

  it("cannot be read or written where the folder is none", async () => {
    await writeFile(join(folder, "file"), "");
    const files = new TryFiles(join(folder, "file"));
    await assert.rejects(files.read());
    await assert.rejects(files.write(tried()));
  });
});
