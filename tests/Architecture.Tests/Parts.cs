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
        ["LocalServers"] = [],
        ["ServiceDefaults"] = [],
        ["Persistence"] = ["ServiceDefaults", "Contracts"],
        ["Imports"] = ["Persistence", "ServiceDefaults", "Contracts"],
        ["FactSources"] = ["Imports", "Persistence", "ServiceDefaults", "Contracts"],
        ["Gateway"] = ["Persistence", "ServiceDefaults", "Contracts"],
        ["Survey"] =
        [
            "FactSources",
            "Imports",
            "Persistence",
            "ServiceDefaults",
            "Contracts",
            "Engine",
        ],
        ["Hotline"] = ["FactSources", "Imports", "Persistence", "ServiceDefaults", "Contracts"],
        ["Scoring"] = ["Imports", "Persistence", "ServiceDefaults", "Contracts", "Engine"],
        ["Payout"] = ["Imports", "Persistence", "ServiceDefaults", "Contracts", "Engine"],
    };

    public static Assembly Load(string part) => Assembly.Load($"Assessment.{part}");
}
