import type { Reporter, TestModule } from "vitest/node";

/** Ends the output with the real count on a line of its own, for whoever reads only that. */
export default class CountReporter implements Reporter {
  private modules: readonly TestModule[] = [];
  private broken = 0;

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    this.modules = modules;
    this.broken = errors.length;
    process.once("exit", () => console.log(this.count()));
  }

  private count(): string {
    let [passed, failed, skipped] = [0, this.broken, 0];
    for (const module of this.modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "failed") failed++;
        else skipped++;
      }
    }
    return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  }
}
