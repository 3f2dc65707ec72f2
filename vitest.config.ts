import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    reporters: ["default", "./tests/count-reporter.ts"],
    testTimeout: 60_000,
    coverage: {
      include: ["src/**"],
      reporter: ["text-summary"],
      // Run in processes and threads of their own, where coverage does not reach.
      exclude: ["src/cli/bin.ts", "src/run/worker.ts"],
      thresholds: { lines: 90, functions: 90, branches: 85 },
    },
  },
});

export default config;
