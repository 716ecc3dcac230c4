using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;

namespace Assessment.Scoring.Tests.Notices;

/// <summary>Somebody who reads the notices of a township's year.</summary>
internal sealed class NoticeReader(TownshipYear year)
{
    public const string Contact = "党建办，电话 021-00000000";

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Schedules the publicity that is due.</summary>
    /// <returns>The notice's id.</returns>
    public async Task<string> PubliciseAsync()
    {
        var now = await year.Procedure.UntilAsync("publicise", CancellationToken.None);
        var scheduled = await year.PostAsync(
            "/procedure/publicity",
            new
            {
                confirm = true,
                first = (string)now["earliestFirst"]!,
                contact = Contact,
                signedBy = "某某镇",
            }
        );
        return (string)scheduled["publicities"]!.AsArray()[^1]!["notice"]!;
    }

    /// <summary>What everybody sees, without an account.</summary>
    public Task<(HttpStatusCode Status, string Text)> AsAnybodyAsync(string address) =>
        ReadAsync(year.Host.As(township: null, Roles.Resident), address);

    /// <summary>What somebody of the township sees who is signed in.</summary>
    public Task<(HttpStatusCode Status, string Text)> SignedInAsync(
        string address,
        string role = Roles.DepartmentScorer
    ) => ReadAsync(year.Host.As(year.Township, role, "a1", "社建办"), address);

    private static async Task<(HttpStatusCode Status, string Text)> ReadAsync(
        HttpClient client,
        string address
    )
    {
        using var _ = client;
        using var answer = await client.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        return (
            answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType == "text/html"
                ? WebUtility.HtmlDecode(text)
                : JsonNode.Parse(text)!.ToJsonString(Readable)
        );
    }
}
