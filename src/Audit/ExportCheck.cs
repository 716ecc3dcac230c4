namespace Assessment.Audit;

/// <summary>A chain that an export holds, and its first problem.</summary>
public sealed record CheckedChain(AuditHeader Header, ChainProblem? Problem);

/// <summary>What there is to say about an export.</summary>
/// <param name="Chains">In the order of their headers.</param>
/// <param name="Stray">Lines that belong to none of them.</param>
public sealed record ExportReport(
    IReadOnlyList<CheckedChain> Chains,
    IReadOnlyList<ChainProblem> Stray
)
{
    public bool IsInOrder => Stray.Count == 0 && Chains.All(chain => chain.Problem is null);
}

/// <summary>
/// Verifies an export: the chains of several services, one after the other or interleaved. It is read line by line, so
/// its size does not matter.
/// </summary>
public static class ExportCheck
{
    public static async Task<ExportReport> RunAsync(
        TextReader export,
        CancellationToken cancellationToken
    )
    {
        var chains = new Dictionary<(string, string), (AuditHeader Header, ChainCheck Check)>();
        var order = new List<(string, string)>();
        var stray = new List<ChainProblem>();
        var line = 0L;
        while (await export.ReadLineAsync(cancellationToken) is { } text)
        {
            line++;
            switch (AuditLine.Read(text))
            {
                case AuditHeader header
                    when header.Form == AuditHash.Form
                        && chains.TryAdd(
                            (header.Service, header.Township),
                            (header, new ChainCheck(header.Service, header.Township))
                        ):
                    order.Add((header.Service, header.Township));
                    break;
                case AuditRecord record
                    when chains.TryGetValue((record.Service, record.Township), out var chain):
                    chain.Check.Take(record, line);
                    break;
                case AuditRecord record:
                    stray.Add(
                        new(
                            record.Service,
                            record.Township,
                            record.Sequence,
                            ChainFault.Unannounced,
                            line
                        )
                    );
                    break;
                default:
                    stray.Add(new("", "", 0, ChainFault.Unreadable, line));
                    break;
            }
        }

        return new(
            [
                .. order
                    .Select(key => chains[key])
                    .Select(chain => new CheckedChain(
                        chain.Header,
                        chain.Check.End(chain.Header.Count, chain.Header.Head)
                    )),
            ],
            stray
        );
    }
}
