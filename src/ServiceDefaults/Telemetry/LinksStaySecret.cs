using System.Diagnostics;
using OpenTelemetry;

namespace Assessment.ServiceDefaults.Telemetry;

/// <summary>
/// A household's link (测评链接) is a secret and goes into no trace: neither the request's path, nor the address that
/// the gateway forwards it to.
/// </summary>
public sealed class LinksStaySecret : BaseProcessor<Activity>
{
    private const string Pages = "/s/";
    private const string Instead = "/s/{token}";

    public override void OnEnd(Activity data)
    {
        if (
            data.GetTagItem("url.path") is string path
            && path.StartsWith(Pages, StringComparison.OrdinalIgnoreCase)
        )
        {
            data.SetTag("url.path", Instead);
        }

        if (
            data.GetTagItem("url.full") is string full
            && Uri.TryCreate(full, UriKind.Absolute, out var address)
            && address.AbsolutePath.StartsWith(Pages, StringComparison.OrdinalIgnoreCase)
        )
        {
            data.SetTag("url.full", address.GetLeftPart(UriPartial.Authority) + Instead);
        }
    }
}
