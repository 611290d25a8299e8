import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { commandNames } from "../../src/commands/names";

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly scope?: string }>>;
    };
  };
}

const text = readFileSync("package.json", "utf8");
const manifest = JSON.parse(text) as Manifest;
const strings = JSON.parse(readFileSync("package.nls.json", "utf8")) as Record<string, string>;

describe("manifest", () => {
  it("declares exactly the commands that are registered", () => {
    const declared = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(declared.toSorted(), [...commandNames].toSorted());
  });

  it("puts only declared commands into menus", () => {
    const known = new Set<string>(commandNames);
    const unknown = Object.values(manifest.contributes.menus)
      .flat()
      .filter(({ command }) => !known.has(command));
    assert.deepEqual(unknown, []);
  });

  it("has a text for every key, and no text that nothing uses", () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? "");
    assert.deepEqual([...new Set(used)].toSorted(), Object.keys(strings).toSorted());
  });

  it("lets no workspace set anything", () => {
    const scopes = Object.values(manifest.contributes.configuration.properties).map(
      ({ scope }) => scope,
    );
    assert.ok(scopes.length > 0);
    assert.deepEqual(
      scopes.filter((scope) => scope !== "application" && scope !== "machine"),
      [],
    );
  });
});
