using System.Reflection;

namespace Assessment.Architecture.Tests;

/// <summary>The assemblies of the product by the name after <c>Assessment.</c>.</summary>
internal static class Parts
{
    public static readonly string[] Services = ["Survey", "Hotline", "Scoring", "Payout"];

    /// <summary>For each part, which others it may refer to, as docs/decisions/0015 has them.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Inward = new Dictionary<
        string,
        string[]
    >
    {
        ["Engine"] = [],
        ["Contracts"] = [],
        ["Audit"] = [],
        ["Archives"] = ["Audit", "Engine"],
        ["LocalServers"] = [],
        ["ServiceDefaults"] = [],
        ["Persistence"] = ["ServiceDefaults", "Contracts", "Audit"],
        ["Imports"] = ["Persistence", "ServiceDefaults", "Contracts", "Audit"],
        ["FactSources"] = ["Imports", "Persistence", "ServiceDefaults", "Contracts", "Audit"],
        ["Gateway"] = ["Imports", "Persistence", "ServiceDefaults", "Contracts", "Audit"],
        ["Survey"] =
        [
            "FactSources",
            "Imports",
            "Persistence",
            "ServiceDefaults",
            "Contracts",
            "Audit",
            "Engine",
        ],
        ["Hotline"] =
        [
            "FactSources",
            "Imports",
            "Persistence",
            "ServiceDefaults",
            "Contracts",
            "Audit",
        ],
        ["Scoring"] =
        [
            "Imports",
            "Persistence",
            "ServiceDefaults",
            "Contracts",
            "Archives",
            "Audit",
            "Engine",
        ],
        ["Payout"] = ["Imports", "Persistence", "ServiceDefaults", "Contracts", "Audit", "Engine"],
    };

    public static Assembly Load(string part) => Assembly.Load($"Assessment.{part}");
}
