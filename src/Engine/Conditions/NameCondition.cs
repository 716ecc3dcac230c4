using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;

namespace Assessment.Engine.Conditions;

/// <summary>What of a subject is one name out of several.</summary>
internal enum SubjectName
{
    Post,
    Identity,
    Grade,
    Band,
    PreviousGrade,
    AreaGrade,
    AreaTier,
}

/// <summary><c>post</c>, <c>identity</c>, <c>grade</c> and the like: it is one of the names.</summary>
/// <param name="titles">How people call each of the names.</param>
internal sealed class NameCondition(
    SubjectName of,
    IReadOnlyList<string> names,
    IReadOnlyDictionary<string, string> titles
) : Condition
{
    internal SubjectName Of { get; } = of;

    internal IReadOnlyList<string> Names { get; } = names;

    internal override string Text => $"{Of.Title()}为{string.Join("、", Names.Select(Title))}";

    internal override IEnumerable<SubjectInput> Inputs => [Of.Input()];

    internal override bool? Decide(SubjectView at)
    {
        var actual = at.Name(Of);
        foreach (var name in Names)
        {
            if (string.Equals(name, actual, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    internal override string Seen(SubjectView at) =>
        at.Name(Of) is not { } name ? Of.Missing()
        : IsWord(name) ? $"{Of.Title()} {Title(name)}"
        : $"{Of.Title()}“{name}”不在方案列出的{Of.Title()}之内";

    /// <summary>Whether it is a word that the scheme has; where it lists none, names are words themselves.</summary>
    private bool IsWord(string name) => titles.Count == 0 || titles.ContainsKey(name);

    private string Title(string name) => titles.GetValueOrDefault(name, name);
}

/// <summary>The names of a subject in words, and where they are read from.</summary>
internal static class SubjectNames
{
    internal static string Title(this SubjectName name) =>
        name switch
        {
            SubjectName.Post => "职务",
            SubjectName.Identity => "身份",
            SubjectName.Grade => "等次",
            SubjectName.Band => "档",
            SubjectName.PreviousGrade => "上年等次",
            SubjectName.AreaGrade => "所在居民区等次",
            SubjectName.AreaTier => "所在居民区档次",
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    /// <summary>What is said where there is none: the register lacks it, or the calculation gave none.</summary>
    internal static string Missing(this SubjectName name) =>
        name switch
        {
            SubjectName.Post or SubjectName.Identity or SubjectName.PreviousGrade =>
                $"没有注明{name.Title()}",
            SubjectName.Band => "没有分档",
            _ => $"没有{name.Title()}",
        };

    internal static SubjectInput Input(this SubjectName name) =>
        name switch
        {
            SubjectName.Post => SubjectInput.Post,
            SubjectName.Identity => SubjectInput.Identity,
            SubjectName.Grade => SubjectInput.Grade,
            SubjectName.Band => SubjectInput.Band,
            SubjectName.PreviousGrade => SubjectInput.PreviousGrade,
            SubjectName.AreaGrade => SubjectInput.AreaGrade,
            SubjectName.AreaTier => SubjectInput.AreaTier,
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    internal static string? Name(this SubjectView at, SubjectName name) =>
        name switch
        {
            SubjectName.Post => at.Person?.Post,
            SubjectName.Identity => at.Person?.Identity,
            SubjectName.Grade => at.Placing.Grade,
            SubjectName.Band => at.Placing.Band,
            SubjectName.PreviousGrade => at.Person?.PreviousGrade,
            SubjectName.AreaGrade => at.AreaPlacing.Grade,
            SubjectName.AreaTier => at.AreaPlacing.Tier,
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
}
