extern alias demo;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using demo::Assessment.Demo;

namespace Assessment.Scoring.Tests;

/// <summary>An account of a test as somebody who calls the API.</summary>
internal sealed class Calling(HttpClient client) : ICaller
{
    public async Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(path, cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    public async Task<JsonNode?> PostAsync(
        string path,
        object body,
        CancellationToken cancellationToken
    )
    {
        using var answer = await client.PostAsJsonAsync(path, body, cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    /// <summary>Each ticket of a test says that it was shown just now.</summary>
    public Task ShowSecondFactorAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<JsonNode?> ReadAsync(
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        var body = text.Length == 0 ? null : JsonNode.Parse(text);
        return answer.IsSuccessStatusCode
            ? body
            : throw new PlatformException(
                answer.StatusCode,
                (string?)body?["code"] ?? "",
                (string?)body?["detail"] ?? text
            );
    }
}
