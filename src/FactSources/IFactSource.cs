namespace Assessment.FactSources;

/// <summary>
/// 数据来源: a service that collects facts and reports them to Scoring. It says what it knows; when to ask, to report again
/// and to answer is the same for every source, and is in this project.
/// </summary>
public interface IFactSource
{
    /// <summary>Whether an import of one cycle may change the facts of another, as a file of tickets may.</summary>
    bool SharesImports { get; }

    /// <summary>Locks what the cycle's facts are calculated from, until the transaction ends.</summary>
    /// <returns>False when the cycle is not known here yet.</returns>
    Task<bool> LockAsync(Guid cycle, CancellationToken cancellationToken);

    /// <summary>Reports every subject of the cycle whose facts have changed. The cycle is locked.</summary>
    Task ReportAsync(Guid cycle, CancellationToken cancellationToken);

    /// <summary>A register is another one now. Its copy is locked and saved.</summary>
    /// <param name="cycle">Whose register has changed; null for the township's current one.</param>
    Task OnRegisterChangedAsync(
        RegisterCopy register,
        Guid? cycle,
        CancellationToken cancellationToken
    );
}

/// <summary>The source's name in messages, for example <c>survey</c>.</summary>
public sealed record SourceName(string Value);
