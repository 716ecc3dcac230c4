using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.DomainExceptions;
using Xunit;

namespace Assessment.Testing.Hosts;

/// <summary>Somebody who imports into a service.</summary>
/// <param name="cycle">Null for kinds that belong to the township.</param>
public sealed class ImportClient(HttpClient client, string service, Guid? cycle = null)
{
    private string Query => cycle is null ? "" : $"?cycle={cycle}";

    public Task<byte[]> TemplateAsync(string kind) =>
        client.GetByteArrayAsync($"/api/{service}/imports/{kind}/template{Query}");

    public Task<JsonNode> PreviewAsync(string kind, byte[] content) =>
        SendAsync($"/api/{service}/imports/{kind}/preview{Query}", kind, content);

    /// <summary>Imports and waits for the report.</summary>
    public async Task<JsonNode> ImportAsync(string kind, byte[] content)
    {
        var report = await SendAsync($"/api/{service}/imports/{kind}{Query}", kind, content);
        var path = $"/api/{service}/imports/{report["id"]}";
        await Eventually.HoldsAsync(
            $"import {kind}",
            async () =>
            {
                report = (await client.GetFromJsonAsync<JsonNode>(path))!;
                return (string?)report["status"] is "completed" or "refused";
            }
        );
        return report;
    }

    public async Task<JsonNode> UndoAsync(JsonNode report, string reason = "传错了文件")
    {
        using var answer = await AskToUndoAsync(report, reason);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public async Task<JsonNode> UndoIsRefusedAsync<TRefusal>(
        JsonNode report,
        string reason = "传错了文件"
    )
        where TRefusal : DomainException
    {
        using var answer = await AskToUndoAsync(report, reason);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(DomainException.CodeOf(typeof(TRefusal)), (string?)problem["code"]);
        return problem;
    }

    /// <summary>
    /// A template that comes back as it was is empty; under its example, a row is read as it was written.
    /// </summary>
    /// <param name="cells">One for each of the template's columns.</param>
    public async Task TemplateIsReadBackAsync(string kind, params IReadOnlyList<string> cells)
    {
        var template = await TemplateAsync(kind);
        var untouched = await PreviewAsync(kind, template);
        Assert.Null(untouched["error"]?["message"]?.ToString());
        Assert.Equal(0, (int)untouched["rows"]!);
        Assert.Equal(cells.Count, untouched["heads"]!.AsArray().Count);
        Assert.Empty(untouched["unusedHeads"]!.AsArray());

        var filled = await PreviewAsync(kind, FilledTemplate.Append(template, cells));
        Assert.Null(filled["error"]?["message"]?.ToString());
        Assert.Equal(1, (int)filled["rows"]!);
        var row = filled["firstRows"]![0]!;
        Assert.Null(row["problem"]?["message"]?.ToString());
        Assert.Equal(cells, row["values"]!.AsArray().Select(value => (string)value!));

        var overwritten = await PreviewAsync(kind, FilledTemplate.Overwrite(template, cells));
        Assert.Equal(1, (int)overwritten["rows"]!);
        Assert.Equal(0, (int)overwritten["refused"]!);
    }

    private Task<HttpResponseMessage> AskToUndoAsync(JsonNode report, string reason) =>
        client.PostAsJsonAsync($"/api/{service}/imports/{report["id"]}/undo", new { reason });

    private async Task<JsonNode> SendAsync(string path, string kind, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content), "file", $"{kind}.csv" },
        };
        using var answer = await client.PostAsync(path, form);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
