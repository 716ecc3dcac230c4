using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Assessment.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Assessment.ServiceDefaults.Tests.Requests;

/// <summary>What cannot be read is the sender's mistake, and is reported as such, as in production.</summary>
public sealed class MalformedRequestTest : IAsyncLifetime
{
    private SampleService _service = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _service = await SampleService.StartAsync(
            await TestServers.CreateVirtualHostAsync(),
            app =>
            {
                app.MapPost("/lists", (Lists lists) => lists.Names.Count)
                    .OpenToEveryone()
                    .RecordsNothing("it is a test's");
                app.MapGet("/named", (string name) => name).OpenToEveryone();
            }
        );
        _http = new HttpClient { BaseAddress = _service.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task NullInAList_IsAnsweredWithItsPlace()
    {
        var problem = await RefusedAsync("""{"names":["a",null]}""", HttpStatusCode.BadRequest);

        Assert.Equal("malformed-request", (string?)problem["code"]);
        Assert.Equal("$.names[1]", (string?)problem["path"]);
        Assert.EndsWith(
            "有误之处：$.names[1]",
            (string?)problem["detail"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task PlaceWithALongKey_IsCut()
    {
        var key = new string('k', 10_000);

        var problem = await RefusedAsync(
            $$$"""{"names":[],"texts":{"{{{key}}}":null}}""",
            HttpStatusCode.BadRequest
        );

        Assert.InRange(((string?)problem["path"])!.Length, 1, 300);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("{")]
    [InlineData("""{"names":"a"}""")]
    [InlineData("""{"names":["\ud800"]}""")]
    public async Task WhatIsNoSuchRecord_IsMalformed(string body)
    {
        var problem = await RefusedAsync(body, HttpStatusCode.BadRequest);

        Assert.Equal("malformed-request", (string?)problem["code"]);
    }

    [Theory]
    [InlineData("application/json; charset=no-such-charset")]
    [InlineData("application/json; charset=\"no-such-charset\"")]
    [InlineData("application/json; charset=utf-7")]
    public async Task UnknownCharacterSet_IsAnUnsupportedMediaType(string type)
    {
        var problem = await RefusedAsync(
            """{"names":[]}""",
            HttpStatusCode.UnsupportedMediaType,
            type
        );

        Assert.Equal("unsupported-media-type", (string?)problem["code"]);
    }

    [Theory]
    [InlineData("/named?name=a%00")]
    [InlineData("/named?name=%00&other=1")]
    [InlineData("/named")]
    public async Task AddressThatCannotBeRead_IsMalformed(string address)
    {
        using var answer = await _http.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal("malformed-request", (string?)problem!["code"]);
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("image/png, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task WhoAcceptsNoJson_ReceivesTheSameProblem(string accepted)
    {
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accepted);

        var problem = await RefusedAsync("[", HttpStatusCode.BadRequest);
        using var stranger = await _http.GetAsync("/api/sample/imports");

        Assert.Equal("malformed-request", (string?)problem["code"]);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal("application/problem+json", stranger.Content.Headers.ContentType?.MediaType);
    }

    private async Task<JsonNode> RefusedAsync(
        string body,
        HttpStatusCode status,
        string type = "application/json"
    )
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await _http.PostAsync("/lists", content);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private sealed record Lists(
        IReadOnlyList<string> Names,
        IReadOnlyDictionary<string, string>? Texts = null
    );
}
