using System.Text.Json;
using Assessment.Contracts;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.FactSources;

/// <summary>What was last reported to Scoring of a subject, an area or a person, in a cycle.</summary>
public sealed class SubjectReport : ITownshipOwned
{
    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>Id of the area or person.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The version of the newest report; 0 before the first. It grows in the transaction of the report.</summary>
    public long Version { get; private set; }

    /// <summary>The facts of the newest report, to find out whether there is anything new to say.</summary>
    public string FactsJson { get; private set; } = "[]";

    /// <summary>Something has changed since that report, and what it says now has yet to be calculated.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Changes since that report that came one by one, such as answers that residents gave on the page.</summary>
    public int SingleChanges { get; private set; }

    /// <param name="singleChanges">How many of the changes came one by one.</param>
    public void Outdate(int singleChanges)
    {
        IsOutdated = true;
        SingleChanges += singleChanges;
    }

    /// <summary>Brings the report up to date.</summary>
    /// <returns>The message to send; null when the facts are those of the newest report.</returns>
    internal FactsReported? Renew(
        string source,
        IReadOnlyList<ReportedFact> facts,
        DateTimeOffset now
    )
    {
        IsOutdated = false;
        SingleChanges = 0;
        var json = JsonSerializer.Serialize(facts);
        if (json == FactsJson)
        {
            return null;
        }

        FactsJson = json;
        Version++;
        return new FactsReported(Township, Cycle, source, Subject, Version, now, facts);
    }
}
