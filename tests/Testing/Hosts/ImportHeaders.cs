using System.Net.Http.Json;
using Assessment.Imports;

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

    private static string Written(ImportColumn column) =>
        column.Required ? column.Name : $"[{column.Name}]";
}
