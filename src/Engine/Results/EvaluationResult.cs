using Assessment.Engine.Decisions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Payouts;

namespace Assessment.Engine.Results;

/// <summary>考核结果: what an evaluation gives. Immutable; the explanation is built from what was kept, when it is asked for.</summary>
public sealed class EvaluationResult
{
    private readonly EvaluatedSheet _areas;
    private readonly IReadOnlyList<EvaluatedSheet> _classes;
    private readonly Lazy<string> _digest;
    private readonly Lazy<Dictionary<string, (EvaluatedSheet Sheet, int Subject)>> _subjects;
    private readonly Lazy<ILookup<string, Finding>> _findingsOf;

    internal EvaluationResult(
        Scheme scheme,
        FactSet facts,
        EvaluatedSheet areas,
        IReadOnlyList<EvaluatedSheet> classes,
        IReadOnlyList<AreaResult> areaResults,
        IReadOnlyList<StaffResult> staffResults,
        PayoutLines payouts,
        IReadOnlyList<Finding> findings
    )
    {
        Scheme = scheme;
        Facts = facts;
        _areas = areas;
        _classes = classes;
        Areas = areaResults;
        Staff = staffResults;
        Payouts = payouts;
        Findings = findings;
        _digest = new(() => Results.Digest.Of(Facts, this));
        _subjects = new(Subjects);
        _findingsOf = new(() =>
            Findings.ToLookup(finding => finding.Subject, StringComparer.Ordinal)
        );
    }

    public Scheme Scheme { get; }

    /// <summary>The facts that were evaluated.</summary>
    public FactSet Facts { get; }

    /// <summary>In ordinal order of their ids; empty where only staff is assessed.</summary>
    public IReadOnlyList<AreaResult> Areas { get; }

    /// <summary>In ordinal order of their ids.</summary>
    public IReadOnlyList<StaffResult> Staff { get; }

    public PayoutLines Payouts { get; }

    /// <summary>In the order of subject, code and detail.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>How far the quotas are used; separate from the results, and no part of the digest.</summary>
    public IReadOnlyList<QuotaUse> QuotaUses => QuotaCheck.Of(_classes.Prepend(_areas));

    /// <summary>Where decisions exceed a quota. Without a decision none is.</summary>
    public IReadOnlyList<QuotaUse> QuotaOverruns =>
        Facts.Decisions.Count == 0 ? [] : [.. QuotaUses.Where(use => use.IsExceeded)];

    /// <summary>
    /// SHA-256 over the scheme, the facts and decisions, and the results in canonical form: the order of facts, zeros at the end of
    /// numbers, and who reported a fact when and from what evidence do not matter.
    /// </summary>
    public string Digest => _digest.Value;

    /// <summary>How the result of an area or a person came about.</summary>
    /// <exception cref="KeyNotFoundException">Nobody who is assessed has this id.</exception>
    public ExplanationNode Explain(string subjectId)
    {
        if (!_subjects.Value.TryGetValue(subjectId, out var found))
        {
            throw new KeyNotFoundException($"No subject {subjectId}");
        }

        return new SubjectExplanation(
            this,
            found.Sheet,
            found.Subject,
            [.. _findingsOf.Value[subjectId]],
            _areas
        ).Build();
    }

    /// <summary>The exact value of an item (考核项目) or a measure (指标) of an area or a person.</summary>
    /// <returns>Null where there is no such subject or value, or the value is absent.</returns>
    public Rational? ValueOf(string subjectId, string name)
    {
        if (!_subjects.Value.TryGetValue(subjectId, out var found))
        {
            return null;
        }

        var value = found.Sheet.Sheet!.Values.FirstOrDefault(value =>
            string.Equals(value.Id, name, StringComparison.Ordinal)
        );
        return
            value is not null
            && found.Sheet.Table[found.Subject].Value(value.Index) is { IsPresent: true } cell
            ? cell.Value
            : null;
    }

    /// <summary>Why a person gets the amount of the payout line.</summary>
    /// <exception cref="KeyNotFoundException">No payout line has this person.</exception>
    public ExplanationNode ExplainPayout(string personId) => Payouts.Explain(personId);

    /// <summary>考核类别: in which class each member of staff is assessed; whoever belongs to none is not in it.</summary>
    internal Dictionary<string, string> Classes =>
        _classes
            .SelectMany(sheet =>
                sheet.Table.Subjects.Select(subject => (subject.Id, Class: sheet.Sheet!.Id!))
            )
            .ToDictionary(one => one.Id, one => one.Class, StringComparer.Ordinal);

    private Dictionary<string, (EvaluatedSheet, int)> Subjects()
    {
        var subjects = new Dictionary<string, (EvaluatedSheet, int)>(StringComparer.Ordinal);
        foreach (var sheet in _classes.Prepend(_areas))
        {
            if (sheet.Sheet is null)
            {
                continue;
            }

            for (var subject = 0; subject < sheet.Table.Subjects.Count; subject++)
            {
                subjects.Add(sheet.Table.Subjects[subject].Id, (sheet, subject));
            }
        }
        return subjects;
    }
}
