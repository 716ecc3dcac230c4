using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assessment.Contracts;
using Assessment.Demo;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>
/// <c>docs/walkthrough.md</c> is true: its answer is given on the resident's page, and each of its JSON blocks is
/// in what the running platform then says. The answer is the one that the township's file has for the same household,
/// taken out of the file, so the year must end with the expected results too.
/// </summary>
[Collection(PlatformCollection.Name)]
public sealed partial class WalkthroughTest(Platform platform)
{
    private const string Area = "gj07";
    private const string Household = "gj07-0326";
    private static readonly System.Text.Json.JsonSerializerOptions Strictly = new(
        System.Text.Json.JsonSerializerDefaults.Web
    )
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    [Fact]
    public async Task Walkthrough_EachBlock_IsInWhatThePlatformSays()
    {
        var blocks = ReadBlocks();
        var files = CopyYearWithout($"{Area},online,H2,household,{Household},");
        var year = await platform.NewTownshipAsync("walkthrough", files);
        var administrator = year.Office;
        await year.OpenAsync(CancellationToken.None);
        await AnswerAsync(
            administrator,
            year.Cycle,
            blocks.Single(block => block.Source == "POST link").Json
        );
        await year.CollectAsync(CancellationToken.None);
        await year.CalculateAsync(CancellationToken.None);
        await year.FinalizeAsync(CancellationToken.None);

        foreach (
            var (source, json) in blocks.Where(block =>
                block.Source.StartsWith("GET ", StringComparison.Ordinal)
            )
        )
        {
            var path = source["GET ".Length..]
                .Replace("{cycle}", year.Cycle, StringComparison.Ordinal);
            var said = await administrator.GetAsync(path, CancellationToken.None);
            Assert.True(
                Contains(said, json),
                $"{source} does not say {json}\nbut {Shortened(said)}"
            );
        }

        await YearExpectation.AssertResultsAsync(year);
        Directory.Delete(files, recursive: true);
    }

    [Fact]
    public void MessageInTheWalkthrough_IsOneOfTheContracts()
    {
        var json = ReadBlocks().Single(block => block.Source == nameof(FactsReported)).Json;

        var message = System.Text.Json.JsonSerializer.Deserialize<FactsReported>(json, Strictly);

        Assert.Equal(("survey", Area), (message!.Source, message.Subject));
    }

    private async Task AnswerAsync(PlatformClient administrator, string cycle, JsonNode answer)
    {
        var campaigns = await administrator.GetAsync(
            $"/api/survey/campaigns?cycle={cycle}",
            CancellationToken.None
        );
        var campaign = campaigns!
            .AsArray()
            .Single(campaign => campaign!["wave"]?.GetValue<string>() == "H2")!;
        var links = await administrator.PostAsync(
            $"/api/survey/campaigns/{campaign["id"]}/links",
            new { area = Area, households = new[] { Household } },
            CancellationToken.None
        );
        using var http = new HttpClient { BaseAddress = new Uri(platform.Gateway) };
        using var form = new FormUrlEncodedContent(
            answer.AsObject().ToDictionary(field => field.Key, field => field.Value!.ToString())
        );
        using var thanks = await http.PostAsync(links![0]!["url"]!.GetValue<string>(), form);
        thanks.EnsureSuccessStatusCode();
    }

    private static string CopyYearWithout(string row)
    {
        var folder = Directory.CreateTempSubdirectory("assessment-walkthrough-").FullName;
        foreach (var file in Directory.GetFiles(Repository.Year, "*.csv"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var responses = Path.Combine(folder, "responses.csv");
        var lines = File.ReadAllLines(responses);
        var kept = lines.Where(line => !line.StartsWith(row, StringComparison.Ordinal)).ToList();
        Assert.Equal(lines.Length - 1, kept.Count);
        File.WriteAllLines(responses, kept);
        return folder;
    }

    /// <summary>Whether all that is expected is there: every property of an object, and every element of a list somewhere in the list.</summary>
    private static bool Contains(JsonNode? actual, JsonNode? expected) =>
        (actual, expected) switch
        {
            (_, null) => actual is null,
            (JsonObject there, JsonObject wanted) => wanted.All(property =>
                Contains(there[property.Key], property.Value)
            ),
            (JsonArray there, JsonArray wanted) => wanted.All(element =>
                there.Any(one => Contains(one, element))
            ),
            (JsonValue there, JsonValue wanted) => Same(there.ToString(), wanted.ToString()),
            _ => false,
        };

    private static bool Same(string there, string wanted) =>
        there == wanted
        || (
            decimal.TryParse(there, NumberStyles.Number, CultureInfo.InvariantCulture, out var one)
            && decimal.TryParse(
                wanted,
                NumberStyles.Number,
                CultureInfo.InvariantCulture,
                out var other
            )
            && one == other
        );

    private static string Shortened(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length > 4000 ? text[..4000] : text;
    }

    private static List<(string Source, JsonNode Json)> ReadBlocks() =>
        [
            .. Block()
                .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "walkthrough.md")))
                .Select(block =>
                    (
                        block.Groups["source"].Value.Trim(),
                        JsonNode.Parse(block.Groups["json"].Value)!
                    )
                ),
        ];

    [GeneratedRegex(
        @"```json (?<source>[^\n]+)\n(?<json>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Block();
}
