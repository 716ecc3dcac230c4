using System.Globalization;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Imports.Spreadsheets;
using Xunit;

namespace Assessment.Survey.Tests;

/// <summary>A township with a town's real year of answers, imported once; what is imported again changes nothing of it.</summary>
public sealed class ImportedYear(SurveyHost host) : IAsyncLifetime
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "gaojing-2024");

    public static byte[] Responses => File.ReadAllBytes(Path.Combine(Folder, "responses.csv"));

    public TownshipCycle Township { get; private set; } = null!;

    /// <summary>What the import reported.</summary>
    public JsonNode Report { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Township = await TownshipCycle.OpenAsync(host, Areas());
        Report = await Township.ImportAsync(Responses);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static List<ListedArea> Areas() =>
        [
            .. TableReader
                .Read(File.ReadAllBytes(Path.Combine(Folder, "areas.csv")))
                .Rows.Select(row => new ListedArea(
                    row["id"],
                    row["name"],
                    row["category"],
                    int.Parse(row["households"], CultureInfo.InvariantCulture),
                    int.Parse(row["party_members"], CultureInfo.InvariantCulture)
                )),
        ];
}
