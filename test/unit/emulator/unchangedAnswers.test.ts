import assert from "node:assert/strict";
import fc from "fast-check";
import { Derived } from "../../../src/emulator/derived";
import { Asking } from "./support/asking";
import {
  INSTANCE,
  MINUTE,
  NOW,
  activeContact,
  contact,
  session,
  transcript,
} from "./support/world";

const ids = ["c1", "c2", "c3", "c4", "c5", "soon"];

const contacts = () => [
  ...session(),
  contact({ id: "soon", initiatedAt: NOW - MINUTE, endedAt: NOW + 5 * MINUTE }),
  activeContact({ id: "late", initiatedAt: NOW - MINUTE, channel: "VOICE" }),
];

/** The transcript of the one that ends by itself is written ten minutes after that. */
const objects = () =>
  contacts().flatMap((of) => {
    if (of.endedAt === undefined) return [];
    return [transcript(of, "{}", of.id === "soon" ? NOW + 15 * MINUTE : 0)];
  });

type Act = (asking: Asking) => void;

const tagged = fc.tuple(fc.constantFrom(...ids), fc.nat(3)).map(
  ([ContactId, value]): Act =>
    (asking) =>
      asking.connect("POST", "/contact/tags", {
        InstanceId: INSTANCE,
        ContactId,
        Tags: { team: `${value}` },
      }),
);

const attributed = fc.tuple(fc.constantFrom(...ids), fc.nat(3)).map(
  ([InitialContactId, value]): Act =>
    (asking) =>
      asking.connect("POST", "/contact/attributes", {
        InstanceId: INSTANCE,
        InitialContactId,
        Attributes: { tier: `${value}` },
      }),
);

const stopped = fc.constantFrom(...ids).map(
  (ContactId): Act =>
    (asking) =>
      asking.connect("POST", "/contact/stop", { InstanceId: INSTANCE, ContactId }),
);

const continued = fc
  .tuple(fc.constantFrom("c4", "c5"), fc.constantFrom("c1", "c2", "c3", "soon"))
  .map(
    ([InitialContactId, SourceContactId]): Act =>
      (asking) =>
        asking.connect(
          "POST",
          `/contact/persistent-contact-association/${INSTANCE}/${InitialContactId}`,
          {
            RehydrationType: "FROM_SEGMENT",
            SourceContactId,
          },
        ),
  );

const waited = fc.nat(10).map(
  (minutes): Act =>
    (asking) =>
      asking.control("POST", "clock", { advanceSeconds: minutes * 60 }),
);

const search = (asking: Asking, MaxResults: number) =>
  asking.connect("POST", "/search-contacts", {
    InstanceId: INSTANCE,
    TimeRange: {
      Type: "INITIATION_TIMESTAMP",
      StartTime: (NOW - 200 * MINUTE) / 1000,
      EndTime: NOW / 1000,
    },
    MaxResults,
  });

const answers = (asking: Asking): readonly string[] => [
  ...ids.map((id) => asking.connect("GET", `/contacts/${INSTANCE}/${id}`).text),
  ...[2, 100].map((size) => search(asking, size).text),
];

describe("emulator: answers whose text is kept", () => {
  it("are those of an emulator that is asked for the first time, whatever has changed", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(fc.oneof(tagged, attributed, stopped, continued, waited), { maxLength: 8 }),
        (acts) => {
          const [often, once] = [1, 2].map(
            () => new Asking({ contacts: contacts(), objects: objects() }),
          ) as [Asking, Asking];
          for (const act of acts) {
            answers(often);
            act(often);
            act(once);
          }
          const last = answers(often);
          assert.deepEqual(last, answers(once));
          last.forEach((text) => seen.add(text));
        },
      ),
    );
    assert.ok(seen.size > 50, `only ${seen.size} different answers: the acts change too little`);
  });
});

describe("emulator: what is derived", () => {
  it("is made once as long as it is made from the same", () => {
    const derived = new Derived<string, number>(10);
    let made = 0;
    const make = () => (made += 1);
    assert.equal(derived.of("a", [1, undefined], make), 1);
    assert.equal(derived.of("a", [1, undefined], make), 1);
    assert.equal(derived.of("b", [1, undefined], make), 2);
    assert.equal(derived.of("a", [1], make), 3);
    assert.equal(derived.of("a", [2], make), 4);
    assert.equal(derived.of("b", [1, undefined], make), 2);
  });

  it("is forgotten where there is too much of it, the oldest first", () => {
    const derived = new Derived<number, object>(2);
    const [first, second, third] = [1, 2, 3].map((key) => derived.of(key, [], () => ({})));
    assert.equal(
      derived.of(3, [], () => ({})),
      third,
    );
    assert.equal(
      derived.of(2, [], () => ({})),
      second,
    );
    assert.notEqual(
      derived.of(1, [], () => ({})),
      first,
    );
  });
});
