using System.Text.Json.Nodes;

namespace Assessment.AppHost.Telemetry;

/// <summary>What the broker counts, over all virtual hosts and nodes. Missing figures are 0: it leaves out what never happened.</summary>
internal sealed record BrokerFigures
{
    public long Ready { get; init; }
    public long Unacknowledged { get; init; }
    public long Published { get; init; }
    public long Delivered { get; init; }
    public long Acknowledged { get; init; }
    public long Redelivered { get; init; }
    public long Connections { get; init; }
    public long Consumers { get; init; }
    public long Queues { get; init; }
    public long MemoryUsed { get; init; }
    public long DiskFree { get; init; }
    public long FileDescriptors { get; init; }

    /// <param name="overview">Of <c>/api/overview</c>.</param>
    /// <param name="nodes">Of <c>/api/nodes</c>.</param>
    public static BrokerFigures Of(JsonNode? overview, JsonNode? nodes)
    {
        var (messages, rates, objects) = (
            overview?["queue_totals"],
            overview?["message_stats"],
            overview?["object_totals"]
        );
        return new BrokerFigures
        {
            Ready = Figure(messages, "messages_ready"),
            Unacknowledged = Figure(messages, "messages_unacknowledged"),
            Published = Figure(rates, "publish"),
            Delivered = Figure(rates, "deliver_get"),
            Acknowledged = Figure(rates, "ack"),
            Redelivered = Figure(rates, "redeliver"),
            Connections = Figure(objects, "connections"),
            Consumers = Figure(objects, "consumers"),
            Queues = Figure(objects, "queues"),
            MemoryUsed = Sum("mem_used"),
            DiskFree = Sum("disk_free"),
            FileDescriptors = Sum("fd_used"),
        };

        long Sum(string name) => nodes?.AsArray().Sum(node => Figure(node, name)) ?? 0;
    }

    private static long Figure(JsonNode? of, string name) =>
        (of as JsonObject)?[name] is JsonValue value && value.TryGetValue<long>(out var figure)
            ? figure
            : 0;
}
