using Assessment.Engine.Facts;

namespace Assessment.Archives.Content;

/// <summary>
/// The facts as the digest takes them: without who reported them, when, and from what evidence, where people may have
/// written anything. Decisions have a file of their own.
/// </summary>
internal static class FactsToArchive
{
    /// <exception cref="InvalidOperationException">Somebody's pay base is among them.</exception>
    internal static FactSet Of(FactSet facts) =>
        facts.Staff.Any(person => person.Base is not null)
            ? throw new InvalidOperationException("A pay base has no place in a final file.")
            : facts with
            {
                Facts =
                [
                    .. facts.Facts.Select(fact =>
                        fact with
                        {
                            Evidence = [],
                            ReportedBy = null,
                            ReportedAt = null,
                        }
                    ),
                ],
                Events = [.. facts.Events.Select(happened => happened with { Evidence = null })],
                Decisions = [],
            };
}
