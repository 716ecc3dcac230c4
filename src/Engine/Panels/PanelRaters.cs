namespace Assessment.Engine.Panels;

/// <summary>评价人: who may cast a sheet.</summary>
/// <param name="Posts">Of staff: those with one of these posts; null for all, and for raters who are no staff.</param>
/// <param name="Names">
/// 评价人的名称 with the post that rates under it; empty where people rate under their own id, or under none.
/// </param>
/// <param name="Classes">Kinds of raters that are told apart; empty where none are.</param>
public sealed record PanelRaters(
    RatersFrom From,
    IReadOnlySet<string>? Posts,
    IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<RaterClass> Classes
)
{
    /// <summary>The classes of which too few are entitled.</summary>
    /// <param name="entitled">How many of each class are entitled; a class that is not in it has nobody.</param>
    public IReadOnlyList<RaterClass> TooFew(IReadOnlyDictionary<string, int> entitled)
    {
        var all = entitled.Values.Sum();
        return
        [
            .. Classes.Where(one =>
                one.AtLeast is { } share && entitled.GetValueOrDefault(one.Id) < share * all
            ),
        ];
    }
}

/// <summary>Where raters come from.</summary>
public enum RatersFrom
{
    /// <summary>固定名单: a list of entitled people that the office files for each unit.</summary>
    List,

    /// <summary>Anybody, each under a name of their own, up to the number that the office files.</summary>
    Names,

    /// <summary>Staff on the register; of an area's panel that area's.</summary>
    Staff,

    /// <summary>The areas, each with one sheet.</summary>
    Areas,

    /// <summary>The departments of the scheme's lines, each with one sheet.</summary>
    Departments,

    /// <summary>Those who are rated, each about himself alone.</summary>
    Subjects,
}

/// <summary>A kind of raters.</summary>
/// <param name="Weight">In a weighted mean; null where the panel counts none.</param>
/// <param name="AtLeast">The least share of those entitled; null where none is asked.</param>
public sealed record RaterClass(string Id, string Title, decimal? Weight, decimal? AtLeast);
