// Prints what to mutate of folders of the engine: one of N blocks of text, always the same ones, as Stryker takes them
// (file{from..to}, in characters).
import { readFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";

const Block = 600;
const [engine, one, ...folders] = process.argv.slice(2);
for (const folder of folders) {
  const files = readdirSync(join(engine, folder), { recursive: true }).filter((file) => file.endsWith(".cs"));
  for (const file of files.sort()) {
    const length = readFileSync(join(engine, folder, file), "utf8").length;
    const spans = [];
    for (let from = 0; from < length; from += Block) {
      const hash = createHash("sha256").update(`${folder}/${file}:${from}`).digest();
      if (hash.readUInt32BE(0) % Number(one) === 0) spans.push(`{${from}..${from + Block}}`);
    }
    if (spans.length > 0) console.log(`**/${folder}/${file}${spans.join("")}`);
  }
}
