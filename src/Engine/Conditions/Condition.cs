using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Conditions;

/// <summary>
/// 条件: whether something holds of a subject. Bound and immutable, like a calculation. Where a value that it compares is
/// not there, it is undecided; what hangs on it is then not given, and a finding says so.
/// </summary>
internal abstract class Condition
{
    /// <summary>Null where a value is absent without which it cannot be said.</summary>
    internal abstract bool? Decide(SubjectView at);

    /// <summary>Whether it is known to hold.</summary>
    internal bool Holds(SubjectView at) => Decide(at) == true;

    /// <summary>Whether it is not known not to hold: what bars somebody does so where it is undecided as well.</summary>
    internal bool MayHold(SubjectView at) => Decide(at) != false;

    /// <summary>Whether there can be a subject of which it is undecided.</summary>
    internal virtual bool MayBeUndecided =>
        Parts.Count > 0
            ? Parts.Any(part => part.MayBeUndecided)
            : Expressions.Any(expression => expression.MayBeAbsent);

    /// <summary>The condition in words, for example <c>在岗月数低于 6</c>.</summary>
    internal abstract string Text { get; }

    /// <summary>What of the subject decides, in words, for example <c>在岗月数 5</c>; empty where nothing is to be said.</summary>
    internal virtual string Seen(SubjectView at) => "";

    /// <summary>What it reads itself of the area or the person; its calculations are looked at by themselves.</summary>
    internal virtual IEnumerable<SubjectInput> Inputs => [];

    /// <summary>附加项: the ids of declared attributes that it reads itself, apart from its calculations.</summary>
    internal virtual IEnumerable<string> DeclaredAttributes => [];

    /// <summary>What it reads itself that is not there, so that it is undecided; of its calculations they say it.</summary>
    internal virtual IEnumerable<Absence> Absences(SubjectView at) => [];

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

    internal override bool? Decide(SubjectView at)
    {
        bool? all = true;
        foreach (var part in Parts)
        {
            switch (part.Decide(at))
            {
                case false:
                    return false;
                case null:
                    all = null;
                    break;
                default:
                    break;
            }
        }
        return all;
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

    internal override bool? Decide(SubjectView at)
    {
        bool? any = false;
        foreach (var part in Parts)
        {
            switch (part.Decide(at))
            {
                case true:
                    return true;
                case null:
                    any = null;
                    break;
                default:
                    break;
            }
        }
        return any;
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

    internal override bool? Decide(SubjectView at) => !part.Decide(at);

    internal override string Seen(SubjectView at) => part.Seen(at);
}
