// Adds up the reports of all parts: killed or timed out, of all that some test could have seen or that none looked at.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [folder, least] = [process.argv[2], Number(process.argv[3])];
const survivors = [];
let killed = 0;
let alive = 0;
for (const part of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(join(folder, part, "reports", "mutation-report.json"), "utf8"));
  let [good, bad] = [0, 0];
  for (const [file, { mutants }] of Object.entries(report.files)) {
    for (const mutant of mutants) {
      if (["Killed", "Timeout"].includes(mutant.status)) good++;
      else if (["Survived", "NoCoverage"].includes(mutant.status)) {
        bad++;
        const name = file.slice(file.indexOf("Engine/"));
        survivors.push(`${name}:${mutant.location.start.line} ${mutant.status} ${mutant.mutatorName}: ${mutant.replacement}`);
      }
    }
  }
  console.log(`${part}: ${good} of ${good + bad} killed (${((100 * good) / (good + bad)).toFixed(1)}%)`);
  killed += good;
  alive += bad;
}
const score = (100 * killed) / (killed + alive);
console.log(survivors.join("\n"));
console.log(`all: ${killed} of ${killed + alive} killed (${score.toFixed(1)}%), at least ${least}% wanted`);
process.exit(score >= least ? 0 : 1);
