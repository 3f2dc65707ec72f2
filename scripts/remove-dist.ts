import { rmSync } from "node:fs";

// A file that is gone from src must be gone from the package as well.
rmSync(new URL("../dist", import.meta.url), { recursive: true, force: true });
