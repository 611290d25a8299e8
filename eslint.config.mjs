import tseslint from "typescript-eslint";

const ours = (...folders) => `^(\\.\\./)+(${folders.join("|")})(/|$)`;

/** Which folder may not import what: design §4. One row a layer. */
const borders = {
  domain: [
    ours("files", "aws", "wording", "views", "panel", "commands", "flows", "webview", "emulator"),
    "^vscode$",
    "^node:",
    "^@aws-sdk",
  ],
  files: [
    ours("domain", "aws", "wording", "views", "panel", "commands", "flows", "webview", "emulator"),
    "^vscode$",
    "^@aws-sdk",
  ],
  aws: [ours("wording", "views", "panel", "commands", "flows", "webview", "emulator"), "^vscode$"],
  wording: [ours("aws", "views", "panel", "commands", "flows", "webview", "emulator"), "^@aws-sdk"],
  views: [ours("aws", "commands", "flows", "webview", "emulator"), "^@aws-sdk"],
  panel: [ours("aws", "commands", "views", "flows", "webview", "emulator"), "^@aws-sdk"],
  flows: [
    ours("aws", "connections", "views", "panel", "commands", "webview", "emulator"),
    "^@aws-sdk",
  ],
  commands: [ours("aws", "flows", "webview", "emulator"), "^@aws-sdk"],
  webview: [
    ours("files", "aws", "wording", "views", "commands", "flows", "emulator"),
    "^vscode$",
    "^node:",
    "^@aws-sdk",
  ],
  emulator: [
    ours("domain", "files", "aws", "wording", "views", "panel", "commands", "flows", "webview"),
    "^vscode$",
  ],
};

const typeScript = {
  languageOptions: {
    parserOptions: {
      projectService: false,
      project: [
        "tsconfig.json",
        "src/domain/tsconfig.json",
        "src/webview/tsconfig.json",
        "test/tsconfig.browser.json",
      ],
    },
  },
};

export default tseslint.config(
  { ignores: ["dist", "out", ".vscode-test", "node_modules", "**/*.mjs"] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  typeScript,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      complexity: ["error", 10],
      "max-params": ["error", 4],
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", 50],
      "no-console": "error",
    },
  },
  ...Object.entries(borders).map(([folder, patterns]) => ({
    files: [`src/${folder}/**/*.ts`],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: patterns.map((regex) => ({
            regex,
            message: `src/${folder} may not import this (CONTRIBUTING.md, Layers).`,
            // The emulator's operations are typed with the SDK's own shapes; a type is no dependency.
            allowTypeImports: false,
          })),
        },
      ],
    },
  })),
  {
    files: ["src/domain/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", "Date", "crypto", "setTimeout", "console"],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Randomness comes in as an argument." },
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "max-lines-per-function": "off",
      "max-lines": ["error", 500],
      "no-console": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);
