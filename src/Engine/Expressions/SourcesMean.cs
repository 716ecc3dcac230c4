using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Expressions;

/// <summary><c>meanOf</c>: the mean of a fact over whoever reported it.</summary>
internal sealed class SourcesMean(int group, string item, FactName name, AbsentMeaning absent)
    : Expression,
        IReadsFact
{
    public string Item { get; } = item;

    internal int Group { get; } = group;

    internal FactName Name { get; } = name;

    internal override Cell Evaluate(SubjectView at)
    {
        var facts = at.Facts(Group);
        if (facts.Count == 0)
            return absent.Cell;
        var sum = 0m;
        for (var i = 0; i < facts.Count; i++)
            sum += facts[i].Value;
        return Cell.Of(sum / facts.Count);
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is not { } view)
            return Fragment.Atom($"{Name.Title}的平均分");
        var facts = view.Facts(Group);
        return facts.Count switch
        {
            0 => Fragment.Atom(Shown.Value(absent.Cell)),
            1 => Fragment.Atom(Shown.Number(facts[0].Value)),
            _ => new(
                $"({string.Join(" + ", facts.Select(fact => Shown.Number(fact.Value)))}) ÷ {facts.Count}",
                Binding.Product
            ),
        };
    }

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"缺少{Name.Title}"] : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [new(Item, Name.Title)] : [];
}
