using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

/// <summary><c>meanOf</c>: the mean of a fact over those who reported it.</summary>
/// <param name="sources">The titles of sources that the scheme declares.</param>
internal sealed class SourcesMean(
    int group,
    string item,
    FactName name,
    IReadOnlyDictionary<string, string> sources,
    AbsentMeaning absent
) : Expression, IReadsFact
{
    public string Item { get; } = item;

    internal int Group { get; } = group;

    internal FactName Name { get; } = name;

    internal override bool MayBeAbsent => !absent.HasValue;

    internal override bool MayBeMissing => absent.State == CellState.Missing;

    /// <summary>How people call what one source reported.</summary>
    /// <param name="named">The name of a source that the scheme has no title for.</param>
    internal string TitleOf(Fact fact, Func<string, string> named) =>
        fact.By is { } by
            ? $"{Name.Title}（{sources.GetValueOrDefault(by) ?? named(by)}）"
            : Name.Title;

    internal override Cell Evaluate(SubjectView at)
    {
        var facts = at.Facts(Group);
        if (facts.Count == 0)
        {
            return absent.Cell;
        }

        Rational sum = default;
        for (var i = 0; i < facts.Count; i++)
        {
            sum += at.AsShown(facts[i].Value.Number);
        }

        return Cell.Of(sum / facts.Count);
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is not { } view)
        {
            return Fragment.Atom($"{Name.Title}的平均分");
        }

        var facts = view.Facts(Group);
        return facts.Count switch
        {
            0 => Fragment.Atom(view.Written(absent.Cell)),
            1 => Fragment.Atom(view.Written(Cell.Of(view.AsShown(facts[0].Value.Number)))),
            _ => new(
                $"({string.Join(" + ", facts.Select(fact => view.Written(Cell.Of(view.AsShown(fact.Value.Number)))))}) ÷ {facts.Count}",
                Binding.Product
            ),
        };
    }

    internal override Calculation Calculate(SubjectView at)
    {
        var facts = at.Facts(Group);
        return facts.Count == 0
            ? absent.Value!.Calculate(at)
            : Calculation.Mean(
                facts.Select(fact =>
                    Calculation.Leaf(Operation.Fact, FactKey.Of(fact).ToString(), fact.Value.Number)
                )
            );
    }

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"缺少{Name.Title}"] : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [new(Item, Name.Title)] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [new(Item, $"缺少{Name.Title}")] : [];
}
