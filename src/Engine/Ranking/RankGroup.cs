using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Ranking;

/// <summary>Subjects that are ranked among each other. Who is aside belongs to no group.</summary>
/// <param name="subjects">All that count in n, with or without a total.</param>
internal sealed class RankGroup(IReadOnlyList<int> subjects)
{
    internal IReadOnlyList<int> Subjects { get; } = subjects;

    /// <summary>n of quotas and cut points.</summary>
    internal int Count => Subjects.Count;

    /// <summary>Those with a total, the best first.</summary>
    internal int[] Ranked { get; set; } = [];

    /// <summary>Who is compared by a tie-break for which it has no value.</summary>
    internal IReadOnlyList<(int Subject, TieBreak TieBreak)> Undecided { get; set; } = [];

    /// <summary>How many places each grade with a quota had, by the grade's position in the scheme; null without one.</summary>
    internal int?[] Places { get; set; } = [];

    /// <summary>How grades were given where areas were decided; null where none was.</summary>
    internal GradeWalks? Walks { get; set; }

    /// <summary>The mean total against which tiers are lifted; null where nobody is.</summary>
    internal Rational? LiftMean { get; set; }
}
