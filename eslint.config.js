import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** What a room may import, from docs/architecture.md. A room may always import itself. */
const ROOMS = {
  core: [],
  runtime: ["core"],
  worker: ["core", "runtime", "files"],
  "service-worker": ["core"],
  storage: ["core"],
  teacher: ["core"],
  files: ["core"],
  app: ["core", "teacher", "storage", "files", "worker/api.ts", "worker/other/other-api.ts", "worker/worker.ts", "worker/other/other-worker.ts", "worker/engine-files.ts"], // of the workers their URLs only
  ui: ["core", "app"],
};

const zones = Object.entries(ROOMS).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: "./src",
  except: [`./${room}`, ...allowed.map((name) => `./${name}`)],
  message: `src/${room} may import ${["itself", ...allowed].join(", ")} only (docs/architecture.md).`,
}));

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".venv/", "runs/", "test-results/", "playwright-report/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { "import-x": importX, "react-hooks": reactHooks },
    languageOptions: { parserOptions: { projectService: true } },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver({ project: "tsconfig.base.json" })] },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "no-restricted-syntax": [
        "error",
        { selector: "MemberExpression[property.name=/^(inner|outer)HTML$/]", message: "Text goes in as text." },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "Text goes in as text." },
        { selector: "NewExpression[callee.name='Function'], CallExpression[callee.name='eval']", message: "No code from text." },
        { selector: "ExportAllDeclaration", message: "No barrels: import from the file that has the job." },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: { "no-console": "error" },
  },
);
