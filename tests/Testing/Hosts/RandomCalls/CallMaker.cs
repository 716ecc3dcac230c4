using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>Makes calls of an operation: some as they should be, most with something odd about them.</summary>
public sealed class CallMaker(ApiDocument document, Random random)
{
    private static readonly (string Name, string Value)[] s_headers =
    [
        ("Accept", "text/csv;q=abc"),
        ("Accept", "image/png"),
        ("Accept-Language", "zh-Hans-CN-x-;;q=7"),
        ("Accept-Encoding", "gzip;q=9"),
        ("Authorization", "Bearer not-a-ticket"),
        ("Authorization", "Basic OmE="),
        ("Content-Encoding", "gzip"),
        ("Cookie", "assessment=%00; a=b=c"),
        ("If-Match", "*"),
        ("If-Modified-Since", "yesterday"),
        ("If-None-Match", "W/"),
        ("Origin", "null"),
        ("Range", "bytes=9-1"),
        ("User-Agent", "agent/\u0001"),
        ("X-Api-Key", "ak_nobody.nothing"),
        ("X-Forwarded-For", "999.1.1.1, ::::"),
        ("X-Forwarded-Proto", "gopher"),
        ("X-HTTP-Method-Override", "DELETE"),
        ("traceparent", "00-zz-zz-01"),
    ];

    private readonly SchemaValues _values = new(document);

    public RandomCall Make(Operation operation, KnownThings known)
    {
        var address = AddressOf(operation, known);
        var (type, body) = BodyOf(operation, known);
        return new RandomCall(
            operation,
            address,
            type,
            body,
            Chance(8) ? OddTexts.Pick(random, s_headers)
                : operation.NamesVersion ? ("If-Match", "*")
                : null
        );
    }

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private string AddressOf(Operation operation, KnownThings known)
    {
        var path = operation.Path;
        var query = new StringBuilder();
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.InPath)
            {
                path = path.Replace(
                    $"{{{parameter.Name}}}",
                    Escaped(TextFor(operation, parameter, known)),
                    StringComparison.Ordinal
                );
                continue;
            }

            for (
                var times =
                    Chance(3) ? 0
                    : Chance(10) ? 2
                    : 1;
                times > 0;
                times--
            )
            {
                query.Append(query.Length == 0 ? '?' : '&');
                query.Append(
                    CultureInfo.InvariantCulture,
                    $"{parameter.Name}={Escaped(TextFor(operation, parameter, known))}"
                );
            }
        }

        return path + query;
    }

    private string TextFor(Operation operation, Parameter parameter, KnownThings known)
    {
        if (Chance(5))
        {
            return Chance(2) ? OddNumbers.Any(random) : OddTexts.ForAddress(random);
        }

        return (string?)parameter.Schema["type"] == "string"
            ? SchemaValues.Text(
                random,
                (string?)parameter.Schema["format"],
                known,
                parameter.NameIn(operation.Path)
            )
            : _values.Value(random, parameter.Schema, known, parameter.Name)?.ToJsonString() ?? "";
    }

    /// <summary>Now and then not escaped as it should be, but so that it is still an address.</summary>
    private string Escaped(string text)
    {
        var escaped = Uri.EscapeDataString(text);
        return text.StartsWith('%') && Chance(2) ? text
            : escaped.Length == 0 ? ""
            : escaped;
    }

    private (string? Type, byte[]? Body) BodyOf(Operation operation, KnownThings known)
    {
        switch (operation.Body)
        {
            case null:
                return Chance(6) ? ("application/json", JsonOf(body: null)) : (null, null);
            case { ContentType: "multipart/form-data" }:
                return Chance(10)
                    ? ("application/json", JsonOf(new JsonObject()))
                    : Uploads.Any(random, known);
            case { Schema: null }:
                return (operation.Body.ContentType, FormOf(operation, known));
        }

        var body = GoodBody(operation, known);
        for (var spoils = random.Next(4); spoils > 0; spoils--)
        {
            body = Spoiling.Once(random, body);
        }

        return Chance(10) ? Wrapped(JsonOf(body)) : ("application/json", JsonOf(body));
    }

    private JsonNode? GoodBody(Operation operation, KnownThings known) =>
        known.Bodies?.TryGetValue(operation.Name, out var bodies) == true && !Chance(3)
            ? System.Text.Json.JsonSerializer.SerializeToNode(
                OddTexts.Pick(random, bodies),
                System.Text.Json.JsonSerializerOptions.Web
            )
            : _values.Value(random, operation.Body!.Schema, known);

    private byte[] FormOf(Operation operation, KnownThings known)
    {
        var fields = GoodBody(operation, known) as JsonObject ?? new JsonObject { ["a"] = "b" };
        var pairs = fields.Select(field =>
            $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(Chance(6) ? OddTexts.Any(random) : field.Value?.ToString() ?? "")}"
        );
        return Encoding.UTF8.GetBytes(string.Join('&', pairs));
    }

    private static byte[] JsonOf(JsonNode? body) =>
        Encoding.UTF8.GetBytes(
            (body?.ToJsonString() ?? "null").Replace(
                OddTexts.HalfACharacter.Replace("<", "\\u003C").Replace(">", "\\u003E"),
                "\\ud800",
                StringComparison.Ordinal
            )
        );

    /// <summary>The same body, sent as it should not be sent.</summary>
    private (string? Type, byte[] Body) Wrapped(byte[] body) =>
        random.Next(10) switch
        {
            0 => (null, body),
            1 => ("text/plain", body),
            2 => ("application/json; charset=no-such", body),
            3 => ("application/json; charset=utf-16", body),
            4 => ("application/x-www-form-urlencoded", body),
            5 => ("not a type", body),
            6 => ("application/json", []),
            7 => ("application/json", body[..random.Next(body.Length)]),
            8 => ("application/json", [.. body, 0xC3, 0x28]),
            _ => ("application/json", [0xEF, 0xBB, 0xBF, .. body]),
        };
}
