using System.Runtime.InteropServices;
using Assessment.Engine.Language;

namespace Assessment.Engine.Ranking;

/// <summary>名次、等次、档 of one subject. Null means none.</summary>
/// <param name="Aside">The rule by which the subject is not ranked; null where it is.</param>
/// <param name="LiftedFrom">The tier that the position gave, where the subject was lifted out of it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Placing(
    int? Rank,
    string? Grade,
    string? Tier,
    string? Band,
    AsideRule? Aside,
    string? LiftedFrom
);
