using System.Text.Json.Nodes;
using Assessment.Contracts;

namespace Assessment.Payout.Tests;

/// <summary>A case of a scheme, calculated independently of the product, as Scoring would publish it.</summary>
public sealed class FinalCase(string scheme, string number)
{
    private readonly JsonNode _facts = Read(scheme, "cases", number, "facts.json");
    private readonly JsonNode _expected = Read(scheme, "cases", number, "expected.json");

    public Guid Cycle { get; } = Guid.CreateVersion7();

    public string Township { get; } = $"t{Guid.NewGuid():N}";

    /// <summary>The expected amounts by person; null where there must be none yet.</summary>
    public SortedDictionary<string, decimal?> Amounts { get; init; } = [];

    /// <summary>The pay bases as the import takes them.</summary>
    public string BasesFile =>
        string.Join(
            '\n',
            _facts["staff"]!
                .AsArray()
                .Select(person => $"{person!["id"]},{person["base"]}")
                .Prepend("id,base")
        );

    public static FinalCase Of(string number, string scheme = "gaojing-2024")
    {
        var published = new FinalCase(scheme, number);
        foreach (var line in published._expected["payouts"]!.AsArray())
        {
            published.Amounts.Add((string)line!["person"]!, (decimal?)line["amount"]);
        }

        return published;
    }

    /// <param name="tierOfAll">Another outcome: every area is in this tier.</param>
    public AssessmentFinalized Message(long version = 1, string? tierOfAll = null)
    {
        var areas = ById(_expected["areas"]!);
        var people = ById(_expected["staff"]!);
        return new AssessmentFinalized(
            Township,
            Cycle,
            version,
            scheme,
            "scheme-version",
            File.ReadAllText(Path.Combine(Folder(scheme), "scheme.yaml")),
            "高境镇居民区考核",
            2024,
            $"digest-{version}",
            DateTimeOffset.UnixEpoch,
            [
                .. _facts["areas"]!
                    .AsArray()
                    .Select(area =>
                    {
                        var own = areas.GetValueOrDefault((string)area!["id"]!);
                        return new FinalizedArea(
                            (string)area["id"]!,
                            (string)area["name"]!,
                            (decimal?)own?["total"],
                            (int?)own?["rank"],
                            (string?)own?["grade"],
                            tierOfAll ?? (string?)own?["tier"]
                        );
                    }),
            ],
            [
                .. _facts["staff"]!
                    .AsArray()
                    .Select(person =>
                    {
                        var own = people.GetValueOrDefault((string)person!["id"]!);
                        return new FinalizedStaff(
                            (string)person["id"]!,
                            (string)person["area"]!,
                            (string)person["name"]!,
                            (string)person["post"]!,
                            (bool?)person["presiding"],
                            (bool?)person["onSite"],
                            (string?)person["identity"],
                            (int?)person["months"],
                            (decimal?)own?["total"],
                            (int?)own?["rank"],
                            (string?)own?["grade"],
                            (string?)own?["band"],
                            (int?)person["leaveMonths"],
                            (bool?)person["retiredInYear"],
                            (string?)person["previousGrade"]
                        );
                    }),
            ]
        );
    }

    private static Dictionary<string, JsonNode> ById(JsonNode results) =>
        results.AsArray().ToDictionary(line => (string)line!["id"]!, line => line!);

    private static string Folder(string scheme) =>
        Path.Combine(AppContext.BaseDirectory, "schemes", scheme);

    private static JsonNode Read(string scheme, params string[] path) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine([Folder(scheme), .. path])))!;
}
