import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { panelType } from "../../src/panel/panelType";
import { commandNames } from "../../src/commands/names";

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
}
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly markdown: string };
      }[];
    }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly scope?: string }>>;
    };
  };
}

const text = readFileSync("package.json", "utf8");
const manifest = JSON.parse(text) as Manifest;
const packed = readFileSync(".vscodeignore", "utf8").split("\n");
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

  it("leads from each of the walkthrough's five steps to a page that is packed, and to commands there are", () => {
    const [walkthrough] = manifest.contributes.walkthroughs;
    assert.equal(walkthrough?.steps.length, 5);
    const known = new Set<string>([...commandNames, "contactChains.chats.focus"]);
    for (const { media, description } of walkthrough.steps) {
      const page = strings[media.markdown.replaceAll("%", "")] ?? "";
      assert.match(page, /^media\/walkthrough\/\w+\.md$/);
      assert.ok(existsSync(page), page);
      const pictures = [...readFileSync(page, "utf8").matchAll(/\]\(\.\.\/([^)]+)\)/g)];
      for (const [, picture] of pictures)
        assert.ok(packed.includes(`!media/${picture ?? ""}`), picture);
      const links = [
        ...(strings[description.replaceAll("%", "")] ?? "").matchAll(/command:([\w.]+)/g),
      ];
      assert.ok(links.length > 0);
      for (const [, command] of links) assert.ok(known.has(command ?? ""), command);
    }
  });

  it("is woken by a link, by a panel of an earlier window, and by JSON, which may be a flow", () => {
    const panel = `onWebviewPanel:${panelType}`;
    assert.deepEqual(manifest.activationEvents, ["onLanguage:json", "onUri", panel]);
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
