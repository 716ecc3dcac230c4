using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>A township that was made up for a property: a scheme with facts that fit it.</summary>
/// <param name="Seed">For what a property itself draws, so that it draws the same again while the case is made smaller.</param>
internal sealed record Township(Scheme Scheme, WrittenScheme Written, FactSet Facts, int Seed)
{
    private const int FewEnoughToPrint = 60;

    internal EvaluationResult Evaluate() => Evaluator.Evaluate(Scheme, Facts);

    internal Random Random() => new(Seed);

    /// <summary>How a failed property shows the case.</summary>
    public override string ToString()
    {
        var counts =
            $"{Scheme.Id}: {Facts.Areas.Count} areas, {Facts.Staff.Count} staff, {Facts.Facts.Count} facts, {Facts.Events.Count} events, seed {Seed}";
        return Facts.Facts.Count <= FewEnoughToPrint
            ? $"{counts}\n{FactSetJson.Write(Facts)}\n"
            : counts;
    }
}
