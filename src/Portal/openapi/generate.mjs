// Writes the types of each API description in this folder to src/api/generated.
import { mkdir, readdir, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const target = new URL("../src/api/generated/", import.meta.url);
await mkdir(target, { recursive: true });
for (const file of await readdir(new URL(".", import.meta.url))) {
  if (!file.endsWith(".json")) continue;
  const types = astToString(await openapiTS(new URL(file, import.meta.url)));
  await writeFile(new URL(file.replace(/\.json$/, ".ts"), target), types);
}
