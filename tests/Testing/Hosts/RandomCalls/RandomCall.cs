using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>A call as it is sent.</summary>
/// <param name="Address">With what was filled in, in the form in which it goes over the wire.</param>
/// <param name="Body">Null for none.</param>
/// <param name="Header">One more header, where there is one.</param>
public sealed record RandomCall(
    Operation Operation,
    string Address,
    string? ContentType,
    byte[]? Body,
    (string Name, string Value)? Header
)
{
    private const int MostCharacters = 300;

    public HttpRequestMessage ToRequest(Uri server)
    {
        var request = new HttpRequestMessage(
            new HttpMethod(Operation.Method),
            // Sent as it is: otherwise what is odd about it would be put right on the way.
            new Uri(
                server.GetLeftPart(UriPartial.Authority) + Address,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            )
        );
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }
        }

        if (Header is var (name, value))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>One line by which it can be made again; only the beginning of a long body.</summary>
    public override string ToString()
    {
        var line = new StringBuilder($"{Operation.Method} {Address}");
        if (Header is var (name, value))
        {
            line.Append(CultureInfo.InvariantCulture, $" [{name}: {value}]");
        }

        if (Body is not null)
        {
            var text = Encoding.UTF8.GetString(Body).ReplaceLineEndings("\\n").Replace("\0", "\\0");
            line.Append(
                CultureInfo.InvariantCulture,
                $" ({ContentType ?? "no content type"}, {Body.Length} bytes) {(text.Length > MostCharacters ? text[..MostCharacters] + "…" : text)}"
            );
        }

        return line.ToString();
    }
}
