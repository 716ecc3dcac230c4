using System.Diagnostics;
using OpenTelemetry;

namespace Assessment.ServiceDefaults.Telemetry;

/// <summary>
/// A household's link (测评链接) and the link of an invitation (邀请链接) are secrets and go into no trace: neither the
/// request's path, nor the address that the gateway forwards it to. Nor does the browser that opened one.
/// </summary>
public sealed class LinksStaySecret : BaseProcessor<Activity>
{
    private static readonly string[] Links = ["/s/", "/invitation/", "/api/accounts/invitations/"];

    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.path") is string path && Instead(path) is { } shown)
        {
            data.SetTag("url.path", shown);
            data.SetTag("user_agent.original", null);
        }

        if (
            data.GetTagItem("url.full") is string full
            && Uri.TryCreate(full, UriKind.Absolute, out var address)
            && Instead(address.AbsolutePath) is { } instead
        )
        {
            data.SetTag("url.full", address.GetLeftPart(UriPartial.Authority) + instead);
        }
    }

    private static string? Instead(string path) =>
        Array.Find(Links, link => path.StartsWith(link, StringComparison.OrdinalIgnoreCase))
            is { } link
            ? link + "{token}"
            : null;
}
