using System.Text.Json;

namespace Assessment.Persistence.Auditing;

/// <summary>Which entries are asked for.</summary>
/// <param name="From">起（含）</param>
/// <param name="To">止（不含）</param>
/// <param name="Who">用户名的一部分</param>
/// <param name="Action">事项代码</param>
/// <param name="Subject">对象的一部分</param>
/// <param name="Cycle">考核周期</param>
/// <param name="Before">只要该序号以前的记录，用于翻页</param>
/// <param name="Take">条数</param>
public sealed record AuditFilter(
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? Who,
    string? Action,
    string? Subject,
    Guid? Cycle,
    long? Before,
    int? Take
)
{
    internal IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries)
    {
        var (from, to) = (From?.ToUniversalTime(), To?.ToUniversalTime());
        return entries.Where(entry =>
            (from == null || entry.At >= from)
            && (to == null || entry.At < to)
            && (Who == null || entry.Who.Contains(Who))
            && (Action == null || entry.Action == Action)
            && (Subject == null || entry.Subject.Contains(Subject))
            && (Cycle == null || entry.Cycle == Cycle)
            && (Before == null || entry.Sequence < Before)
        );
    }
}

/// <summary>一页审计记录，新的在前</summary>
/// <param name="Next">还有更早的记录时，下一页的 before</param>
public sealed record AuditPage(string Service, IReadOnlyList<AuditLineView> Entries, long? Next);

/// <summary>一条审计记录</summary>
/// <param name="Sequence">在本服务本街镇记录中的序号</param>
/// <param name="Before">变动前</param>
/// <param name="After">变动后</param>
public sealed record AuditLineView(
    long Sequence,
    DateTimeOffset At,
    string Who,
    string Duty,
    string Action,
    string Subject,
    Guid? Cycle,
    string? Reason,
    JsonElement? Before,
    JsonElement? After
)
{
    internal static AuditLineView Of(AuditEntry entry) =>
        new(
            entry.Sequence,
            entry.At,
            entry.Who,
            entry.Duty,
            entry.Action,
            entry.Subject,
            entry.Cycle,
            entry.Reason,
            Parsed(entry.Before),
            Parsed(entry.After)
        );

    private static JsonElement? Parsed(string? text) =>
        text is null ? null : JsonSerializer.Deserialize<JsonElement>(text);
}
