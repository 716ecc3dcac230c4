// Takes the API descriptions from a running system, all or some: npm run refresh -- http://127.0.0.1:8080 [scoring …]
import { writeFile } from "node:fs/promises";

const [gateway, ...wanted] = process.argv.slice(2);
if (!gateway) throw new Error("Name the gateway's address.");

for (const service of wanted.length > 0 ? wanted : ["gateway", "scoring", "survey", "hotline", "payout"]) {
  const response = await fetch(new URL(`/openapi/${service}.json`, gateway));
  if (!response.ok) throw new Error(`${service}: ${response.status}`);
  // Where it ran when it was asked is nobody's business later.
  const description = await response.json();
  delete description.servers;
  await writeFile(new URL(`${service}.json`, import.meta.url), `${JSON.stringify(description, null, 2)}\n`);
}
