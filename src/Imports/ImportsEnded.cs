using System.Diagnostics.Metrics;
using Assessment.ServiceDefaults;

namespace Assessment.Imports;

/// <summary>Counts what became of imports (导入): metric <c>assessment.imports.ended</c> by kind, outcome and code.</summary>
public sealed class ImportsEnded(IMeterFactory meters, ThisService service)
{
    private readonly Counter<long> _ended = meters
        .Create("Assessment")
        .CreateCounter<long>("assessment.imports.ended", "{import}", "Imports that have ended");

    public void Completed(string kind) => Count(kind, "completed", "");

    public void Refused(string kind, string code) => Count(kind, "refused", code);

    /// <summary>It begins again, whatever its kind; often this means that the database is away.</summary>
    public void Interrupted() => Count("", "interrupted", "");

    private void Count(string kind, string outcome, string code) =>
        _ended.Add(
            1,
            new KeyValuePair<string, object?>("service", service.Name),
            new KeyValuePair<string, object?>("kind", kind),
            new KeyValuePair<string, object?>("outcome", outcome),
            new KeyValuePair<string, object?>("code", code)
        );
}
