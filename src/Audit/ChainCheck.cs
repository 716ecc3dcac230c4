namespace Assessment.Audit;

/// <summary>
/// Verifies one chain, record by record, and keeps only the first problem: everything after it follows from it. The
/// records need not be in memory together.
/// </summary>
public sealed class ChainCheck(string service, string township)
{
    private long _next = 1;
    private string _previous = AuditHash.OfNothing;

    /// <summary>Null as long as everything is in order.</summary>
    public ChainProblem? Problem { get; private set; }

    /// <param name="line">Where in a file it stands.</param>
    public void Take(AuditRecord record, long? line = null)
    {
        if (Problem is not null)
        {
            FindLater(record, line);
            return;
        }

        if (
            record.Service != service
            || record.Township != township
            || AuditHash.Of(record) != record.Hash
        )
        {
            Problem = At(record.Sequence, ChainFault.Changed, line);
        }
        else if (record.Sequence > _next)
        {
            Problem = At(_next, ChainFault.Missing, line: null);
        }
        else if (record.Sequence < _next)
        {
            Problem = At(record.Sequence, ChainFault.OutOfOrder, line);
        }
        else if (record.PreviousHash != _previous)
        {
            Problem = At(record.Sequence, ChainFault.Unlinked, line);
        }

        _next++;
        _previous = record.Hash;
    }

    /// <param name="count">How many records there must have been.</param>
    /// <param name="head">The hash that is kept for the last one.</param>
    /// <returns>The first problem of the chain; null where there is none.</returns>
    public ChainProblem? End(long count, string head)
    {
        var last = _next - 1;
        Problem ??=
            last < count ? At(_next, ChainFault.Missing, line: null)
            : last > count ? At(count + 1, ChainFault.Surplus, line: null)
            : head != _previous ? At(last, ChainFault.HeadDiffers, line: null)
            : null;
        return Problem;
    }

    /// <summary>A record that seemed to be missing and comes later is not missing.</summary>
    private void FindLater(AuditRecord record, long? line)
    {
        if (Problem is { Fault: ChainFault.Missing } missing && missing.Sequence == record.Sequence)
        {
            Problem = missing with { Fault = ChainFault.OutOfOrder, Line = line };
        }
    }

    private ChainProblem At(long sequence, ChainFault fault, long? line) =>
        new(service, township, sequence, fault, line);
}
