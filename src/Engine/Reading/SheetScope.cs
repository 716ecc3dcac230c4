using Assessment.Engine.Conditions;

namespace Assessment.Engine.Reading;

/// <summary>Whose calculations are read: not every operator has a meaning for everybody.</summary>
internal enum ScopeKind
{
    Areas,
    Staff,
    Payout,
}

/// <summary>How far subjects have been placed; each stage includes those before.</summary>
internal enum PlacingStage
{
    /// <summary>Totals only.</summary>
    None,
    Bands,
    Grades,
    Tiers,
}

/// <summary>The names that calculations and conditions of one place may use.</summary>
/// <param name="areas">The scope of the areas; null in it itself.</param>
internal sealed class SheetScope(ScopeKind kind, FactSlots slots, SheetScope? areas)
{
    internal ScopeKind Kind { get; } = kind;

    internal FactSlots Slots { get; } = slots;

    /// <summary>Whose facts are read: <c>areas</c>, or the id of a class of staff; empty in the payout.</summary>
    internal string Of { get; init; } = "";

    internal SheetScope? Areas { get; } = areas;

    /// <summary>Named values of the sheet.</summary>
    internal Dictionary<string, (int Column, string Title)> Names { get; } =
        new(StringComparer.Ordinal);

    /// <summary>Lines, which an item of the same name hides.</summary>
    internal Dictionary<string, (int Column, string Title)> Lines { get; } =
        new(StringComparer.Ordinal);

    internal List<string> Grades { get; } = [];

    internal List<string> Bands { get; } = [];

    internal List<string> Tiers { get; } = [];

    /// <summary>Whether an area with a total can be without a tier.</summary>
    internal bool SomeHaveNoTier { get; set; }

    /// <summary>The named values with their expressions, when all of them have been read.</summary>
    internal UnitsOfValues? Values { get; set; }

    /// <summary>What has to be in one unit.</summary>
    internal UnitRelations Units { get; } = new();

    /// <summary>Lookups without <c>absent</c> that have been read and not been looked at.</summary>
    internal List<OpenLookup> OpenLookups { get; } = [];

    /// <summary>
    /// Whether what is known of areas, or of people, may be read: areas have no person, and the payout sees of areas what
    /// was published.
    /// </summary>
    internal bool Sees(bool ofAreas) => Kind != (ofAreas ? ScopeKind.Payout : ScopeKind.Areas);

    /// <summary>When a subject of this sheet has this name; the areas are placed before the staff.</summary>
    internal PlacingStage GivenAt(SubjectName name) =>
        name switch
        {
            SubjectName.Band => PlacingStage.Bands,
            SubjectName.Grade => PlacingStage.Grades,
            SubjectName.AreaGrade when Kind == ScopeKind.Areas => PlacingStage.Grades,
            SubjectName.AreaTier when Kind == ScopeKind.Areas => PlacingStage.Tiers,
            _ => PlacingStage.None,
        };

    /// <summary>The valid names of one kind; null where anything may be written.</summary>
    internal IReadOnlyCollection<string> Valid(SubjectName name, ReadingState state) =>
        name switch
        {
            SubjectName.Post => state.Posts.Keys,
            SubjectName.Identity => state.Identities.Keys,
            SubjectName.Band => Bands,
            SubjectName.AreaGrade => Areas?.Grades ?? Grades,
            SubjectName.AreaTier => Areas?.Tiers ?? Tiers,
            _ => Grades,
        };
}
