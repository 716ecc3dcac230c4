using System.Globalization;
using System.Text;
using System.Text.Json;
using Assessment.Persistence.Messaging;
using Assessment.ServiceDefaults.DomainExceptions;
using RabbitMQ.Client;

namespace Assessment.Persistence.Ops;

/// <summary>
/// A message in an error queue, described by its headers. The body is not shown, nor are the words of the failure,
/// which may quote it: both may hold facts about people.
/// </summary>
/// <param name="Id">By it a single message is re-sent; null where the message has none.</param>
/// <param name="Contract">The contract's name, for example <c>FactsReported</c>.</param>
/// <param name="FailedAt">When it came into the error queue.</param>
/// <param name="Exception">The failure's type.</param>
/// <param name="Code">The failure's stable code where it is one of ours.</param>
/// <param name="Method">Where it failed: the first method of ours, or the first at all.</param>
public sealed record FailedMessage(
    Guid? Id,
    string? Contract,
    string? Township,
    DateTimeOffset? FailedAt,
    string? Exception,
    string? Code,
    string? Method,
    int? Retries
)
{
    private const string Ours = "Assessment.";

    internal static FailedMessage Of(BasicGetResult message)
    {
        var headers = message.BasicProperties.Headers;
        var exception = Text("MT-Fault-ExceptionType");
        return new FailedMessage(
            Guid.TryParse(message.BasicProperties.MessageId, out var id) ? id : null,
            Text("MT-Fault-MessageType")?.Split(':', '.')[^1] ?? ContractOf(message.Body),
            Text(TownshipHeader.Name),
            DateTimeOffset.TryParse(
                Text("MT-Fault-Timestamp"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var failedAt
            )
                ? failedAt
                : null,
            exception,
            exception?.StartsWith(Ours, StringComparison.Ordinal) == true
                ? DomainException.CodeOf(exception.Split('.')[^1])
                : null,
            MethodOf(Text("MT-Fault-StackTrace")),
            int.TryParse(Text("MT-Fault-RetryCount"), CultureInfo.InvariantCulture, out var retries)
                ? retries
                : null
        );

        string? Text(string header) =>
            headers?.TryGetValue(header, out var value) != true
                ? null
                : value switch
                {
                    byte[] bytes => Encoding.UTF8.GetString(bytes),
                    null => null,
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture),
                };
    }

    /// <summary>Of the envelope nothing else is read.</summary>
    private static string? ContractOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            return
                envelope.RootElement.ValueKind == JsonValueKind.Object
                && envelope.RootElement.TryGetProperty("messageType", out var types)
                && types.ValueKind == JsonValueKind.Array
                && types.EnumerateArray().FirstOrDefault()
                    is { ValueKind: JsonValueKind.String } type
                ? type.GetString()!.Split(':')[^1]
                : null;
        }
        catch (JsonException)
        {
            // Whatever it is, it is none of our messages; that it has no contract says so.
            return null;
        }
    }

    private static string? MethodOf(string? trace)
    {
        var methods = (trace ?? "")
            .Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith("at ", StringComparison.Ordinal))
            .Select(line => line["at ".Length..].Split('(')[0])
            .ToList();
        return methods.Find(method => method.StartsWith(Ours, StringComparison.Ordinal))
            ?? methods.FirstOrDefault();
    }
}
