using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Assessment.Scoring.Tests;

/// <summary>The registers of a township or of its cycle, as the pages use them.</summary>
/// <param name="cycle">Null for the township's current registers.</param>
internal sealed class RegisterPages(TownshipYear year, Guid? cycle)
{
    private string Query => cycle is null ? "" : $"cycle={cycle}";

    public async Task<IReadOnlyList<JsonNode>> RowsAsync(string register, string query = "") =>
        [
            .. (await year.GetAsync($"/api/scoring/registers/{register}?{Query}&{query}"))["rows"]!
                .AsArray()
                .Select(row => row!),
        ];

    public async Task<JsonNode> RowAsync(string register, string key) =>
        (await RowsAsync(register)).Single(row => (string?)row["key"] == key);

    public Task<HttpResponseMessage> CreateAsync(string register, object entry) =>
        year.Admin.PostAsJsonAsync($"/api/scoring/registers/{register}?{Query}", entry);

    public Task<HttpResponseMessage> PutAsync(
        string register,
        JsonNode row,
        object entry,
        HttpClient? by = null
    ) => SendAsync(HttpMethod.Put, register, row, "", entry, by);

    /// <param name="step"><c>end</c>, <c>withdraw</c> or <c>reinstate</c>.</param>
    public Task<HttpResponseMessage> PostAsync(
        string register,
        JsonNode row,
        string step,
        object change
    ) => SendAsync(HttpMethod.Post, register, row, $"/{step}", change, by: null);

    public async Task<JsonArray> HistoryAsync(string register, JsonNode row) =>
        (await year.GetAsync($"/api/scoring/registers/{register}/{row["id"]}/history")).AsArray();

    /// <summary>The row's values with some of them changed, as a form sends them.</summary>
    public static Dictionary<string, string> With(
        JsonNode row,
        params (string Column, string Value)[] changes
    )
    {
        var values = row["values"]!
            .AsObject()
            .ToDictionary(value => value.Key, value => (string)value.Value!);
        foreach (var (column, value) in changes)
        {
            values[column] = value;
        }

        return values;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string register,
        JsonNode row,
        string step,
        object body,
        HttpClient? by
    )
    {
        using var request = new HttpRequestMessage(
            method,
            $"/api/scoring/registers/{register}/{row["id"]}{step}"
        )
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{row["version"]}\""));
        return await (by ?? year.Admin).SendAsync(request);
    }
}
