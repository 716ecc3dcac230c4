using System.Net.Http.Json;
using Assessment.Imports;
using Assessment.Imports.Heads;
using Xunit;

namespace Assessment.Testing.Hosts;

/// <summary>What a service says of the files that it takes in.</summary>
public static class ImportHeaders
{
    /// <returns>One line a kind: its columns as a header, with those in brackets that a file may lack.</returns>
    public static async Task<IEnumerable<string>> OfAsync(HttpClient client, string service) =>
        (await client.GetFromJsonAsync<List<ImportKind>>($"/api/{service}/imports/kinds"))!.Select(
            kind =>
                $"{kind.Kind}{(kind.ForCycle ? " of a cycle" : "")}: {string.Join(',', kind.Columns.Select(Written))}"
        );

    /// <summary>Each column's title is in the table of heads, and no word means two columns of one kind.</summary>
    public static async Task AreToldApartAsync(HttpClient client, string service)
    {
        var kinds = await client.GetFromJsonAsync<List<ImportKind>>(
            $"/api/{service}/imports/kinds"
        );
        Assert.NotEmpty(kinds!);
        foreach (var kind in kinds!)
        {
            var words = kind
                .Columns.SelectMany(column =>
                    WordsOf(kind, column).Append(column.Series ?? column.Name)
                )
                .Select(word => word.Replace("{0}", "1", StringComparison.Ordinal))
                .ToList();
            Assert.All(
                kind.Columns.Where(column => column.Title != column.Name),
                column => Assert.Contains(column.SeriesTitle ?? column.Title, WordsOf(kind, column))
            );
            Assert.All(
                words,
                word =>
                    Assert.IsNotType<ImportHeadMustNameOneColumn>(
                        ReadHeads.Of(kind.Kind, kind.Columns, [word]).Refusal
                    )
            );
        }
    }

    private static IReadOnlyList<string> WordsOf(ImportKind kind, ImportColumn column) =>
        HeadWords.Of(kind.Kind, column.Series ?? column.Name);

    private static string Written(ImportColumn column) =>
        column.Required ? column.Name : $"[{column.Name}]";
}
