// Writes the software bill of materials (CycloneDX 1.6) of what is deployed, from the lock files and the packages' own
// licence statements: node deploy/sbom/write.mjs. With --check it only looks whether the kept list still holds.
// The .NET tool that would write it is not to be had in closed networks.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const kept = join(here, "assessment.cdx.json");
const packages = process.env.NUGET_PACKAGES ?? join(homedir(), ".nuget", "packages");

/** Licences under which we may pass on what we build. Anything else is looked at before it is added here. */
const permitted = new Set([
  "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0", "ISC", "MIT", "MIT-0", "MS-PL",
  "PostgreSQL", "Unlicense", "Zlib",
]);

/** Packages that state no SPDX licence, and the name of the terms that come with them. */
const stated = JSON.parse(readFileSync(join(here, "licences.json"), "utf8"));

const hex = (base64) => Buffer.from(base64, "base64").toString("hex");

function component(kind, name, version, licence, sha512, required) {
  const purl = `pkg:${kind}/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    scope: required ? "required" : "excluded",
    ...(sha512 && { hashes: [{ alg: "SHA-512", content: sha512 }] }),
    licenses: [
      typeof licence === "object" ? { license: licence }
      : /[ (]/.test(licence) ? { expression: licence }
      : { license: { id: licence } },
    ],
    purl,
  };
}

/** Analyzers and design tools are needed to build only. */
const buildOnly = new Set(
  ["Directory.Build.props", ...readdirSync(join(root, "src")).map((name) => `src/${name}/${name}.csproj`)]
    .filter((file) => existsSync(join(root, file)))
    .flatMap((file) => [...readFileSync(join(root, file), "utf8").matchAll(/Include="([^"]+)"\s+PrivateAssets="all"/g)])
    .map((match) => match[1]),
);

function nuget() {
  const found = new Map();
  for (const project of readdirSync(join(root, "src"))) {
    const lock = join(root, "src", project, "packages.lock.json");
    if (!existsSync(lock)) continue;
    for (const [name, one] of Object.values(JSON.parse(readFileSync(lock, "utf8")).dependencies).flatMap(Object.entries)) {
      if (one.type === "Project" || found.has(`${name}@${one.resolved}`)) continue;
      found.set(
        `${name}@${one.resolved}`,
        component("nuget", name, one.resolved, licenceOf(name, one.resolved), hex(one.contentHash), !buildOnly.has(name)),
      );
    }
  }
  return [...found.values()];
}

function licenceOf(name, version) {
  const id = name.toLowerCase();
  const nuspec = readFileSync(join(packages, id, version.toLowerCase(), `${id}.nuspec`), "utf8");
  return nuspec.match(/<license type="expression">([^<]+)</)?.[1] ?? stated[name] ?? `unstated:${name}`;
}

function npm() {
  const lock = JSON.parse(readFileSync(join(root, "src", "Portal", "package-lock.json"), "utf8"));
  return Object.entries(lock.packages)
    .filter(([path]) => path.includes("node_modules/"))
    .map(([path, one]) => {
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      const sha512 = one.integrity?.startsWith("sha512-") ? hex(one.integrity.slice("sha512-".length)) : null;
      return component("npm", name, one.version, one.license ?? stated[name] ?? `unstated:${name}`, sha512, !one.dev);
    });
}

const components = [...new Map([...nuget(), ...npm()].map((one) => [one.purl, one])).values()].sort((a, b) =>
  a.purl < b.purl ? -1 : 1,
);
/** Of "A OR B" one suffices; what is needed to build only is not passed on. */
const mayBePassedOn = ({ license, expression }) =>
  license?.name !== undefined ||
  (license?.id ?? expression).split(" OR ").some((one) =>
    one.split(" AND ").every((id) => permitted.has(id.replace(/[()]/g, ""))),
  );

const refused = components.filter((one) => one.scope === "required" && !one.licenses.every(mayBePassedOn));
if (refused.length > 0) {
  for (const one of refused) console.error(`${one.purl}: ${JSON.stringify(one.licenses)}`);
  console.error("These licences have not been looked at: see permitted and licences.json.");
  process.exit(1);
}

const text =
  JSON.stringify(
    {
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      version: 1,
      metadata: { component: { type: "application", "bom-ref": "assessment", name: "assessment" } },
      components,
    },
    null,
    1,
  ) + "\n";
if (!process.argv.includes("--check")) {
  writeFileSync(kept, text);
} else if (!existsSync(kept) || readFileSync(kept, "utf8") !== text) {
  console.error("deploy/sbom/assessment.cdx.json does not list what is deployed: run node deploy/sbom/write.mjs");
  process.exit(1);
}
