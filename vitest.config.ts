import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**", "tests/bench/**", "**/node_modules/**"],
    testTimeout: 60_000,
    // Vitest leaves one core free, which on two cores is half of them.
    maxWorkers: "100%",
    // Tests leave nothing behind them, and a worker that keeps its modules loads them once.
    isolate: false,
  },
});
