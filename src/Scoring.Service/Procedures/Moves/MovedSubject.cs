using Assessment.Engine.Comparing;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Scoring.Procedures.Moves;

/// <summary>Somebody whose result is another.</summary>
/// <param name="Causes">What moves the subject, in the order in which it does, with the clause.</param>
public sealed record MovedSubject(
    string Subject,
    string Name,
    string? GradeBefore,
    string? GradeAfter,
    string? PlaceBefore,
    string? PlaceAfter,
    decimal? TotalBefore,
    decimal? TotalAfter,
    IReadOnlyList<string> Causes
);

/// <summary>变动情况: who moves from one set of facts and decisions to another, by how much, by which clause.</summary>
internal static class MovedSubjects
{
    public static IReadOnlyList<MovedSubject> Between(
        Scheme scheme,
        FactSet before,
        FactSet after,
        CancellationToken cancellationToken
    ) =>
        [
            .. ResultComparer
                .CompareFacts(scheme, before, after, cancellationToken)
                .Subjects.Where(one => one.IsMoved)
                .Select(Of),
        ];

    private static MovedSubject Of(SubjectComparison one) =>
        new(
            one.Id,
            one.Name,
            one.First?.Grade,
            one.Second?.Grade,
            one.First?.Place,
            one.Second?.Place,
            one.First?.Total,
            one.Second?.Total,
            [
                .. one
                    .Parts.SelectMany(part => part.Steps)
                    .Select(step =>
                        step.Clause is null ? step.Title : $"{step.Title}（{step.Clause}）"
                    )
                    .Distinct(StringComparer.Ordinal),
            ]
        );
}
