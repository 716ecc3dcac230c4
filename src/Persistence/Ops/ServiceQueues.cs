using System.Collections.Concurrent;

namespace Assessment.Persistence.Ops;

/// <summary>The queues that this service consumes, each with those of messages that it could not take in.</summary>
public sealed class ServiceQueues
{
    private const string Failed = "_error";
    private const string Skipped = "_skipped";

    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => [.. _names.Keys.Order(StringComparer.Ordinal)];

    public void Add(string queue) => _names[queue] = true;

    /// <summary>失败队列: of a message that the consumer failed on.</summary>
    public static string FailedOf(string queue) => queue + Failed;

    /// <summary>Of a message that no consumer of the queue wants.</summary>
    public static string SkippedOf(string queue) => queue + Skipped;

    /// <returns>The queue that the messages came from, or null where this service has no such error queue.</returns>
    public string? SourceOf(string errorQueue)
    {
        var source = Without(Failed) ?? Without(Skipped);
        return source is not null && _names.ContainsKey(source) ? source : null;

        string? Without(string ending) =>
            errorQueue.EndsWith(ending, StringComparison.Ordinal)
                ? errorQueue[..^ending.Length]
                : null;
    }
}
