using Assessment.Engine.Expressions;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>
/// What is added up or compared has to be in one unit. Relations are noted where they are read and looked at when all
/// names are bound: a calculation may use what is written further down.
/// </summary>
internal sealed class UnitRelations
{
    private const string Code = "units-mixed";
    private readonly List<(
        Unit? Unit,
        Expression? Reference,
        IReadOnlyList<Part> Parts
    )> _relations = [];
    private readonly List<Part> _scaled = [];

    /// <summary>A calculation and its place.</summary>
    internal readonly record struct Part(YamlNode At, Expression Of);

    internal void Add(params IReadOnlyList<Part> parts) => _relations.Add((null, null, parts));

    /// <param name="unit">The unit that all must have.</param>
    internal void Add(Unit unit, params IReadOnlyList<Part> parts) =>
        _relations.Add((unit, null, parts));

    /// <param name="reference">What they are compared to; it need not be written at the same place.</param>
    internal void AddComparedTo(Expression reference, params IReadOnlyList<Part> parts) =>
        _relations.Add((null, reference, parts));

    /// <summary>What <c>scale</c> divides by 100.</summary>
    internal void AddScaled(YamlNode at, Expression of) => _scaled.Add(new(at, of));

    internal void Check(UnitsOfValues units, ProblemList problems)
    {
        foreach (var (unit, reference, parts) in _relations)
        {
            var common = unit ?? (reference is null ? Unit.Any : units.Of(reference));
            foreach (var part in parts)
            {
                var own = units.Of(part.Of);
                if (!own.IsKnown || own == common)
                {
                    continue;
                }

                if (common.IsKnown)
                {
                    Report(part.At, own, common, problems);
                    break;
                }
                common = own;
            }
        }
        foreach (var part in _scaled.Where(part => units.Of(part.Of) == Unit.Share))
        {
            problems.Add(
                part.At,
                Code,
                "“scale”按百分制折算，这里却是比例：比例直接乘以分值（product）"
            );
        }
    }

    /// <summary>A number of the scheme against a unit that is already known at its place.</summary>
    internal static void Check(YamlNode at, Constant number, Unit unit, ProblemList problems)
    {
        if (unit.IsKnown && Unit.Of(number) is { IsKnown: true } own && own != unit)
        {
            Report(at, own, unit, problems);
        }
    }

    private static void Report(YamlNode at, Unit own, Unit other, ProblemList problems) =>
        problems.Add(
            at,
            Code,
            $"单位不一致，不能相加减、相比较：此处是{own.Title}，另一个是{other.Title}{Hint(own, other)}"
        );

    private static string Hint(Unit own, Unit other) =>
        (own == Unit.Share && other == Unit.Percent) || (own == Unit.Percent && other == Unit.Share)
            ? "；带 % 的数是比例（80% 即 0.8），单位为 % 的数是百分数（85 即 85%），与它比较的数不带 %（写 80）"
            : "";
}
