using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Ranking;
using Assessment.Engine.Results;

namespace Assessment.Engine;

/// <summary>考核结果: what an evaluation gives. Immutable; the explanation is built from what was kept, when it is asked for.</summary>
public sealed class EvaluationResult
{
    private readonly SubjectTable _table;
    private readonly IReadOnlyList<RankGroup> _groups;
    private readonly Lazy<string> _digest;

    internal EvaluationResult(
        Scheme scheme,
        FactSet facts,
        SubjectTable table,
        IReadOnlyList<RankGroup> groups,
        IReadOnlyList<AreaResult> areas,
        PayoutLines payouts,
        IReadOnlyList<Finding> findings
    )
    {
        Scheme = scheme;
        _table = table;
        _groups = groups;
        Areas = areas;
        Payouts = payouts;
        Findings = findings;
        _digest = new(() => Results.Digest.Of(facts, this));
    }

    public Scheme Scheme { get; }

    /// <summary>In ordinal order of their ids.</summary>
    public IReadOnlyList<AreaResult> Areas { get; }

    /// <summary>In ordinal order of their ids.</summary>
    public IReadOnlyList<StaffResult> Staff { get; } = [];

    public PayoutLines Payouts { get; }

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>
    /// SHA-256 over the scheme, the facts and the results in canonical form: the order of facts, zeros at the end of
    /// numbers, and who reported a fact when and from what evidence do not matter.
    /// </summary>
    public string Digest => _digest.Value;

    /// <summary>How an area's result came about.</summary>
    /// <exception cref="KeyNotFoundException">No subject has this id.</exception>
    public ExplanationNode Explain(string subjectId)
    {
        for (var subject = 0; subject < Areas.Count; subject++)
        {
            if (string.Equals(Areas[subject].Id, subjectId, StringComparison.Ordinal))
            {
                var group = _groups.First(one => one.Subjects.Contains(subject));
                return new AreaExplanation(this, _table, group, subject).Build();
            }
        }
        throw new KeyNotFoundException($"No subject {subjectId}");
    }

    /// <summary>Why a person gets the amount of the payout line.</summary>
    /// <exception cref="KeyNotFoundException">No payout line has this person.</exception>
    public ExplanationNode ExplainPayout(string personId) => Payouts.Explain(personId);
}
