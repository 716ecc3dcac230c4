using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;

namespace Assessment.Engine.Conditions;

/// <summary>条件: whether something holds of a subject. Bound and immutable, like a calculation.</summary>
internal abstract class Condition
{
    internal abstract bool Holds(SubjectView at);

    /// <summary>The condition in words, for example <c>在岗月数低于 6</c>.</summary>
    internal abstract string Text { get; }

    /// <summary>What of the subject decides, in words, for example <c>在岗月数 5</c>; empty where nothing is to be said.</summary>
    internal virtual string Seen(SubjectView at) => "";

    /// <summary>The calculations in it.</summary>
    internal virtual IEnumerable<Expression> Expressions =>
        Parts.SelectMany(part => part.Expressions);

    /// <summary>The conditions that this one is made of.</summary>
    internal virtual IReadOnlyList<Condition> Parts => [];

    /// <summary>This condition and everything in it.</summary>
    internal IEnumerable<Condition> All() => Parts.SelectMany(part => part.All()).Prepend(this);
}

/// <summary><c>all</c>, and several keys in one map.</summary>
internal sealed class AllOf(IReadOnlyList<Condition> parts) : Condition
{
    internal override IReadOnlyList<Condition> Parts { get; } = parts;

    internal override string Text => string.Join("，且", Parts.Select(part => part.Text));

    internal override bool Holds(SubjectView at)
    {
        foreach (var part in Parts)
        {
            if (!part.Holds(at))
                return false;
        }
        return true;
    }

    internal override string Seen(SubjectView at) => Joined(Parts, at);

    internal static string Joined(IReadOnlyList<Condition> parts, SubjectView at) =>
        string.Join(
            "，",
            parts.Select(part => part.Seen(at)).Where(text => text.Length > 0).Distinct()
        );
}

/// <summary><c>any</c>.</summary>
internal sealed class AnyOf(IReadOnlyList<Condition> parts) : Condition
{
    internal override IReadOnlyList<Condition> Parts { get; } = parts;

    internal override string Text => string.Join("，或", Parts.Select(part => part.Text));

    internal override bool Holds(SubjectView at)
    {
        foreach (var part in Parts)
        {
            if (part.Holds(at))
                return true;
        }
        return false;
    }

    internal override string Seen(SubjectView at)
    {
        // What holds is enough; where nothing does, all of it has to be seen.
        var holding = Parts.Where(part => part.Holds(at)).ToList();
        return AllOf.Joined(holding.Count > 0 ? holding : Parts, at);
    }
}

/// <summary><c>not</c>.</summary>
internal sealed class Not(Condition part) : Condition
{
    internal override IReadOnlyList<Condition> Parts { get; } = [part];

    internal override string Text => $"不属于“{part.Text}”";

    internal override bool Holds(SubjectView at) => !part.Holds(at);

    internal override string Seen(SubjectView at) => part.Seen(at);
}
