using System.Diagnostics;
using Assessment.ServiceDefaults.Telemetry;
using Xunit;

namespace Assessment.ServiceDefaults.Tests.Telemetry;

public sealed class LinksStaySecretTest
{
    [Theory]
    [InlineData("url.path", "/s/the-secret", "/s/{token}")]
    [InlineData("url.path", "/S/the-secret", "/s/{token}")]
    [InlineData("url.path", "/invitation/the-secret", "/invitation/{token}")]
    [InlineData(
        "url.path",
        "/api/accounts/invitations/the-secret/accept",
        "/api/accounts/invitations/{token}"
    )]
    [InlineData("url.path", "/api/survey/campaigns", "/api/survey/campaigns")]
    [InlineData(
        "url.full",
        "http://127.0.0.1:5001/s/the-secret",
        "http://127.0.0.1:5001/s/{token}"
    )]
    [InlineData(
        "url.full",
        "http://127.0.0.1:5001/s/the-secret?*",
        "http://127.0.0.1:5001/s/{token}"
    )]
    [InlineData(
        "url.full",
        "http://127.0.0.1:5001/api/survey/",
        "http://127.0.0.1:5001/api/survey/"
    )]
    public void AddressInATrace_IsWithoutTheLinksToken(string tag, string given, string kept)
    {
        using var trace = new Activity("request").SetTag(tag, given);
        using var processor = new LinksStaySecret();

        processor.OnEnd(trace);

        Assert.Equal(kept, trace.GetTagItem(tag));
    }

    [Theory]
    [InlineData("/s/the-secret", null)]
    [InlineData("/api/survey/campaigns", "a browser")]
    public void BrowserOfSomebodyWithALink_IsNotExported(string path, string? kept)
    {
        using var trace = new Activity("request")
            .SetTag("url.path", path)
            .SetTag("user_agent.original", "a browser");
        using var processor = new LinksStaySecret();

        processor.OnEnd(trace);

        Assert.Equal(kept, trace.GetTagItem("user_agent.original"));
    }
}
