using Assessment.Engine.Conditions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>lookup</c>: a number by a name of the subject, such as a factor by the area's grade.</summary>
/// <param name="titles">How people call each of the names; a name without one says itself what it is.</param>
/// <param name="quantity">What the numbers are.</param>
/// <param name="isDeclared">Whether the scheme itself says what they are.</param>
internal sealed class Lookup(
    SubjectName of,
    IReadOnlyList<(string Name, Constant Value)> values,
    IReadOnlyDictionary<string, string> titles,
    Quantity quantity,
    bool isDeclared
) : Operator([.. values.Select(one => one.Value)]), IConstruct
{
    public static string Keyword => "lookup";

    public static ScopeKind[] Places => Scopes.People;

    public static bool SaysWhatIsAbsent => false;

    private static readonly (string Key, SubjectName Name)[] Tables =
    [
        ("grade", SubjectName.Grade),
        ("band", SubjectName.Band),
        ("areaGrade", SubjectName.AreaGrade),
        ("areaTier", SubjectName.AreaTier),
        ("post", SubjectName.Post),
        ("identity", SubjectName.Identity),
    ];

    public static Expression? Read(WrittenOperator written)
    {
        var by = written.Text();
        var table = written.Map.Map("values");
        foreach (var (key, name) in Tables)
        {
            if (string.Equals(key, by, StringComparison.Ordinal))
            {
                return Read(written, name, table);
            }
        }

        written.Report(
            written.Node,
            "lookup-unknown",
            $"“lookup”只能是 {string.Join("、", Tables.Where(one => written.Scope.Valid(one.Name, written.State).Count > 0).Select(one => one.Key))}"
        );
        return null;
    }

    private static Lookup Read(WrittenOperator written, SubjectName of, YamlMap? table)
    {
        if (written.Scope.Kind == ScopeKind.Staff && of is SubjectName.Grade or SubjectName.Band)
        {
            written.Report(
                written.Node,
                "lookup-not-here",
                $"{of.Title()}要等总分算出才有，人员的算法里不能按{of.Title()}查数"
            );
        }

        var valid = written.Scope.Valid(of, written.State);
        var allValid = table is not null;
        var values = new List<(string Name, Constant Value)>();
        var given = new List<UnitRelations.Part>();
        foreach (var (name, at, node) in table?.Entries() ?? [])
        {
            allValid &= valid.Contains(name);
            if (!valid.Contains(name))
            {
                written.Report(
                    at,
                    "lookup-name-unknown",
                    $"没有名为“{name}”的{of.Title()}{NearestName.Hint(name, valid.Where(one => !table!.Has(one)))}"
                );
            }

            values.Add((name, written.State.Constant(node, name)));
            given.Add(new(node, values[^1].Value));
        }
        written.Scope.Units.Add(given);
        var declared = LookupQuantities.Declared(values);
        var lookup = new Lookup(
            of,
            values,
            written.State.TitlesOf(of),
            declared ?? written.Reader.Quantity,
            isDeclared: declared is not null
        );
        // A name that is misspelt is also one that is left out.
        if (allValid && !written.Map.Has("absent"))
        {
            written.Scope.OpenLookups.Add(new(written.Map.Take("values")!, lookup));
        }

        return lookup;
    }

    internal SubjectName Of { get; } = of;

    internal IEnumerable<string?> Names => values.Select(one => one.Name);
    internal Quantity Quantity { get; } = quantity;

    internal bool IsDeclared { get; } = isDeclared;

    /// <summary>The same table, known to be something else.</summary>
    internal Lookup As(Quantity other) => new(Of, values, titles, other, IsDeclared);

    internal override Cell Evaluate(SubjectView at) =>
        Chosen(at) is { } value ? Cell.Of(value.Number) : Cell.Absent;

    internal override bool MayBeAbsent => true;

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(
            at is { } view
                ? Chosen(view)?.Text ?? "无"
                : $"{Of.Title()}{Quantity.Noun}（{string.Join("，", values.Select(Written))}）"
        );

    internal override Calculation Calculate(SubjectView at) => Chosen(at)!.Calculate(at);

    private string Written((string Name, Constant Value) one) =>
        $"{Title(one.Name)} {Quantity.Written(one.Value.Text)}";

    private string Title(string name) => titles.GetValueOrDefault(name, name);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        state == CellState.Absent && Chosen(at) is null ? [Obstacle(at)] : [];

    // Without a total the area has no grade and no tier, and why is said of the area.
    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        state == CellState.Absent
        && Chosen(at) is null
        && !(Of is SubjectName.AreaGrade or SubjectName.AreaTier && !at.AreaView.Total.IsPresent)
            ? [new(null, Obstacle(at))]
            : [];

    private string Obstacle(SubjectView at) =>
        at.Name(Of) is { } name ? $"{Of.Title()}“{Title(name)}”没有对应的数" : $"没有{Of.Title()}";

    /// <summary>The number that holds for the subject; null where its name is not listed.</summary>
    internal Constant? Chosen(SubjectView at)
    {
        var name = at.Name(Of);
        foreach (var (known, value) in values)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                return value;
            }
        }
        return null;
    }

    internal override IEnumerable<SubjectInput> Inputs => [Of.Input()];

    internal override Unit UnitBy(UnitsOfValues units) => units.Common(Parts);

    internal override bool Carries(string unit) =>
        IsDeclared && string.Equals(Quantity.Unit, unit, StringComparison.Ordinal);

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
