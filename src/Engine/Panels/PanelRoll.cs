using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Panels;

/// <summary>名册: who is rated in one unit of a panel, and who may rate.</summary>
/// <param name="Unit">The area's id; null where the township is the unit.</param>
/// <param name="Entitled">How many are entitled to cast a sheet.</param>
/// <param name="Subjects">Who is rated, each with the kind.</param>
/// <param name="Raters">
/// Those who may rate, each with the subjects that are themselves; null where anybody may, up to the number.
/// </param>
public sealed record PanelRoll(
    string? Unit,
    int Entitled,
    IReadOnlyDictionary<string, string> Subjects,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Raters
)
{
    /// <summary>The kind of subject that areas are.</summary>
    public const string Areas = "areas";

    /// <param name="register">The year's areas and staff, with the facts on which a class depends, if any does.</param>
    /// <param name="unit">The area's id; null where the township is the unit.</param>
    /// <exception cref="ArgumentException">The panel is not held for such a unit.</exception>
    /// <exception cref="FactSetException">The register contradicts itself.</exception>
    public static PanelRoll Of(
        Scheme scheme,
        Panel panel,
        FactSet register,
        string? unit,
        int entitled
    )
    {
        if (panel.Unit == PanelUnit.Area != unit is not null)
        {
            throw new ArgumentException(
                $"Panel {panel.Id} is not held for unit {unit}.",
                nameof(unit)
            );
        }

        var rated = panel.Subjects.Select(one => one.Of).ToHashSet(StringComparer.Ordinal);
        var kinds = KindsOf(scheme, register);
        var subjects = register
            .Areas.Select(area => (area.Id, Area: area.Id))
            .Concat(register.Staff.Select(person => (person.Id, person.Area)))
            .Where(one =>
                IsIn(one.Area) && kinds.TryGetValue(one.Id, out var kind) && rated.Contains(kind)
            )
            .ToDictionary(one => one.Id, one => kinds[one.Id], StringComparer.Ordinal);
        return new(
            unit,
            entitled,
            subjects,
            RatersOf(scheme, panel, register, IsIn, subjects.Keys)
        );

        bool IsIn(string area) =>
            unit is null || string.Equals(area, unit, StringComparison.Ordinal);
    }

    /// <summary>What each area and person of the register is as a subject; whoever is in no class is not in it.</summary>
    /// <exception cref="FactSetException">The register contradicts itself.</exception>
    public static IReadOnlyDictionary<string, string> KindsOf(Scheme scheme, FactSet register)
    {
        var kinds = Evaluator.Evaluate(scheme, register).Classes;
        foreach (var area in register.Areas)
        {
            kinds[area.Id] = Areas;
        }

        return kinds;
    }

    private static Dictionary<string, IReadOnlyList<string>>? RatersOf(
        Scheme scheme,
        Panel panel,
        FactSet register,
        Func<string, bool> isIn,
        IEnumerable<string> subjects
    )
    {
        if (!panel.IsNamed)
        {
            return null;
        }

        var staff = register.Staff.Where(person => isIn(person.Area)).ToList();
        return panel.Raters.From switch
        {
            RatersFrom.Areas => Themselves(register.Areas.Select(area => area.Id)),
            RatersFrom.Subjects => Themselves(subjects),
            RatersFrom.Departments => scheme.Collection.Departments.ToDictionary(
                name => name,
                IReadOnlyList<string> (_) => [],
                StringComparer.Ordinal
            ),
            RatersFrom.Staff when panel.Raters.Names.Count > 0 => panel.Raters.Names.ToDictionary(
                name => name.Key,
                IReadOnlyList<string> (name) =>
                    [.. staff.Where(person => person.Post == name.Value).Select(one => one.Id)],
                StringComparer.Ordinal
            ),
            RatersFrom.Staff => Themselves(
                staff
                    .Where(person => panel.Raters.Posts?.Contains(person.Post) ?? true)
                    .Select(person => person.Id)
            ),
            _ => null,
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Themselves(IEnumerable<string> ids) =>
        ids.ToDictionary(id => id, IReadOnlyList<string> (id) => [id], StringComparer.Ordinal);
}
