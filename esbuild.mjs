// Builds the bundles. Flags: --production (minified, no source maps), --watch, --tests (also what test/ runs).
import { existsSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";

const flags = new Set(process.argv.slice(2));
const production = flags.has("--production");

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  logLevel: "warning",
  mainFields: ["module", "main"],
};
/** @type {esbuild.BuildOptions} */
const node = {
  ...shared,
  platform: "node",
  target: "node20",
  format: "cjs",
  legalComments: "none",
  // A lazy bundle is required, not imported: `import()` in CommonJS would ask for file extensions.
  supported: { "dynamic-import": false },
};

/**
 * The SDK's schemas use constants as computed keys (`[_h]: …`), which keeps esbuild from dropping the operations that
 * nobody calls. With the constants' values in their place, a third of the bundle and half of its load time go.
 * @type {esbuild.Plugin}
 */
const literalKeys = {
  name: "literal-keys",
  setup(build) {
    build.onLoad({ filter: /@aws-sdk[\\/].*[\\/]schemas_\d+\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const values = new Map(
        [...source.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name, value]) => [
          name,
          value,
        ]),
      );
      const contents = source.replace(/\[(_\w+)\]:/g, (key, name) =>
        values.has(name) ? `[${values.get(name)}]:` : key,
      );
      return { contents };
    });
  },
};

/** Each bundle loads the next one only when it is needed, so they stay apart: design §7, activation. */
const lazy = ["vscode", "./product", "./aws", "./emulator", "./flows"];

/** @type {esbuild.BuildOptions[]} */
const product = [
  { ...node, entryPoints: { extension: "src/extension.ts" }, outdir: "dist", external: lazy },
  { ...node, entryPoints: { product: "src/product.ts" }, outdir: "dist", external: lazy },
  { ...node, entryPoints: { flows: "src/flows/index.ts" }, outdir: "dist", external: lazy },
  {
    ...node,
    entryPoints: { aws: "src/aws/index.ts" },
    outdir: "dist",
    external: lazy,
    plugins: [literalKeys],
  },
  { ...node, entryPoints: { emulator: "src/emulator/index.ts" }, outdir: "dist" },
  {
    ...shared,
    entryPoints: ["src/webview/panel.ts", "src/webview/panel.css"],
    outdir: "dist/webview",
    loader: { ".svg": "text" },
    platform: "browser",
    target: "es2022",
    format: "iife",
    legalComments: "none",
    tsconfig: "src/webview/tsconfig.json",
  },
];

/** @type {(folder: string, ending: string) => string[]} */
const filesUnder = (folder, ending) =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [])
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

/**
 * Tests that run on plain Node: one shared set of chunks, so that a class is the same class in every file.
 * @type {esbuild.BuildOptions}
 */
const onNode = {
  ...shared,
  minify: false,
  sourcemap: true,
  platform: "node",
  target: "node20",
  format: "esm",
  splitting: true,
  packages: "external",
  // Wording needs `vscode` for its texts only; unit tests run without an editor.
  alias: { vscode: "./test/unit/support/vscode.ts" },
  outbase: "test",
  outdir: "out/test",
  outExtension: { ".js": ".mjs" },
};

/** @type {() => esbuild.BuildOptions[]} */
const tests = () => [
  {
    ...onNode,
    entryPoints: [
      ...filesUnder("test/unit", ".test.ts"),
      // What tests start as processes of their own.
      ...filesUnder("test/unit", ".process.ts"),
      ...filesUnder("test/ui", ".test.ts"),
      ...filesUnder("test/ui", "tour.ts"),
      ...filesUnder("test/bench", ".bench.ts"),
      "test/gallery/gallery.ts",
      ...filesUnder("test/host", ".ts"),
    ],
  },
  {
    ...node,
    minify: false,
    sourcemap: true,
    entryPoints: [
      "test/vscode/index.ts",
      ...filesUnder("test/vscode", ".test.ts"),
      "test/gallery/extension.ts",
    ],
    outbase: "test",
    outdir: "out/test",
    packages: "external",
  },
];

const bundles = flags.has("--tests") ? [...product, ...tests()] : product;

if (flags.has("--watch")) {
  for (const options of bundles) await (await esbuild.context(options)).watch();
} else {
  rmSync("dist", { recursive: true, force: true });
  if (flags.has("--tests")) rmSync("out", { recursive: true, force: true });
  await Promise.all(bundles.map((options) => esbuild.build(options)));
}
