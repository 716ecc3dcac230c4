using Assessment.Engine.Comparing;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using Assessment.Engine.Results;

namespace Assessment.Engine.Comparing;

/// <summary>
/// Changes one scheme, or one set of facts, into the other step by step and looks at every step what it moves: so the
/// parts add up to the difference, also where ranks, quotas and caps make one subject's result depend on the others'.
/// </summary>
public static class ResultComparer
{
    /// <summary>Two versions of a scheme on the same facts.</summary>
    /// <exception cref="FactSetException">The facts do not fit one of the schemes.</exception>
    public static ResultComparison CompareSchemes(
        Scheme first,
        Scheme second,
        FactSet facts,
        CancellationToken cancellation = default
    )
    {
        var trail = new ComparisonTrail(Evaluator.Evaluate(first, facts));
        var tree = new SchemeTree(first, second);
        var taken = new HashSet<SchemeChange>();
        foreach (var change in tree.Changes)
        {
            cancellation.ThrowIfCancellationRequested();
            taken.Add(change);
            trail.Add(
                new(change.Title, change.Clause, ComparisonStepKind.Rule),
                Evaluate(tree, taken, second, facts)
            );
        }
        return trail.End(Evaluator.Evaluate(second, facts));
    }

    /// <summary>Two sets of facts under one scheme.</summary>
    /// <exception cref="FactSetException">One of the sets does not fit the scheme.</exception>
    public static ResultComparison CompareFacts(
        Scheme scheme,
        FactSet first,
        FactSet second,
        CancellationToken cancellation = default
    )
    {
        var trail = new ComparisonTrail(Evaluator.Evaluate(scheme, first));
        foreach (var (step, facts) in new FactChanges(scheme, first, second).Steps())
        {
            cancellation.ThrowIfCancellationRequested();
            trail.Add(step, Try(scheme, facts));
        }
        return trail.End(Evaluator.Evaluate(scheme, second));
    }

    /// <summary>Null while the rules do not fit together, or the facts not them.</summary>
    private static EvaluationResult? Evaluate(
        SchemeTree tree,
        HashSet<SchemeChange> taken,
        Scheme second,
        FactSet facts
    ) =>
        (taken.Count == tree.Changes.Count ? second : Reading(tree, taken)) is { } scheme
            ? Try(scheme, facts)
            : null;

    private static Scheme? Reading(SchemeTree tree, HashSet<SchemeChange> taken) =>
        SchemeReader.Draft(tree.With(taken));

    private static EvaluationResult? Try(Scheme scheme, FactSet facts)
    {
        try
        {
            return Evaluator.Evaluate(scheme, facts);
        }
        catch (FactSetException)
        {
            // Half way between two that both can be evaluated; the next step is taken together with this one.
            return null;
        }
    }
}
