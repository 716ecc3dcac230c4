using System.Text.Json.Nodes;
using Assessment.Contracts;

namespace Assessment.Payout.Tests;

/// <summary>A case of the scheme, calculated independently of the product, as Scoring would publish it.</summary>
public sealed class PublishedCase(string number)
{
    private readonly JsonNode _facts = Read("cases", number, "facts.json");
    private readonly JsonNode _expected = Read("cases", number, "expected.json");

    public Guid Cycle { get; } = Guid.CreateVersion7();

    public string Township { get; } = $"t{Guid.NewGuid():N}";

    /// <summary>The expected amounts by person; null where there must be none yet.</summary>
    public SortedDictionary<string, decimal?> Amounts { get; init; } = [];

    public static PublishedCase Of(string number)
    {
        var published = new PublishedCase(number);
        foreach (var line in published._expected["payouts"]!.AsArray())
        {
            published.Amounts.Add((string)line!["person"]!, (decimal?)line["amount"]);
        }

        return published;
    }

    /// <param name="tierOfAll">Another outcome: every area is in this tier.</param>
    public AssessmentFinalized Message(long version = 1, string? tierOfAll = null)
    {
        var names = _facts["areas"]!
            .AsArray()
            .ToDictionary(area => (string)area!["id"]!, area => (string)area!["name"]!);
        return new AssessmentFinalized(
            Township,
            Cycle,
            version,
            "gaojing-2024",
            "scheme-version",
            File.ReadAllText(Path.Combine(Folder, "scheme.yaml")),
            "高境镇居民区考核",
            2024,
            $"digest-{version}",
            DateTimeOffset.UnixEpoch,
            [
                .. _expected["areas"]!
                    .AsArray()
                    .Select(area => new FinalizedArea(
                        (string)area!["id"]!,
                        names[(string)area["id"]!],
                        (decimal?)area["total"],
                        (int?)area["rank"],
                        (string?)area["grade"],
                        tierOfAll ?? (string?)area["tier"]
                    )),
            ],
            [
                .. _facts["staff"]!
                    .AsArray()
                    .Select(person => new FinalizedStaff(
                        (string)person!["id"]!,
                        (string)person["area"]!,
                        (string)person["name"]!,
                        (string)person["post"]!,
                        (bool?)person["presiding"],
                        (bool?)person["onSite"],
                        null,
                        null,
                        null,
                        null,
                        null,
                        null
                    )),
            ]
        );
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "gaojing-2024");

    private static JsonNode Read(params string[] path) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine([Folder, .. path])))!;
}
