import js from "@eslint/js";
import a11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["dist", "src/api/generated"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      reactHooks.configs.flat.recommended,
      a11y.flatConfigs.recommended,
    ],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A page that is only a form begins in its first field.
      "jsx-a11y/no-autofocus": ["error", { ignoreNonDOM: true }],
    },
  },
  {
    // Scripts run by node, and this file.
    files: ["**/*.mjs"],
    languageOptions: { globals: { fetch: "readonly", process: "readonly", URL: "readonly" } },
  },
);
