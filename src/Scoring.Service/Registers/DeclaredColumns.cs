using Assessment.Engine.Language;

namespace Assessment.Scoring.Registers;

/// <summary>
/// 附加项 of a scope's registers: what its schemes declare. Of one that several declare, the scheme of the latest year
/// says how it is now, and a choice has the values of all.
/// </summary>
internal sealed class DeclaredColumns(IReadOnlyList<Scheme> schemes)
{
    private readonly IReadOnlyList<DeclaredColumn> _columns =
    [
        .. schemes
            .OrderByDescending(scheme => scheme.Year)
            .SelectMany(scheme => scheme.Attributes)
            .GroupBy(attribute => attribute.Id, StringComparer.Ordinal)
            .Select(group => new DeclaredColumn(
                group.First() with
                {
                    Values =
                    [
                        .. group.SelectMany(one => one.Values).Distinct(StringComparer.Ordinal),
                    ],
                }
            )),
    ];

    public IReadOnlyList<DeclaredColumn> Of(Register register) =>
        register.DeclaredOfAreas is { } ofAreas
            ? [.. _columns.Where(column => column.Attribute.OfAreas == ofAreas)]
            : [];

    /// <summary>The register's own columns, then the declared ones.</summary>
    public IReadOnlyList<RegisterColumn> ColumnsOf(Register register) =>
        [.. register.Columns, .. Of(register).Select(column => column.ToColumn())];
}
