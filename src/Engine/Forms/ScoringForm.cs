using System.Globalization;
using Assessment.Engine.Language;

namespace Assessment.Engine.Forms;

/// <summary>测评表、评分表: what a voter may write of the subjects of one kind.</summary>
public abstract record ScoringForm(string Id, string Title, Citation Citation)
{
    /// <summary>The points that a mark may have; null where marks are no points.</summary>
    public abstract PointRange? Range { get; }

    /// <summary>行为锚定, best first; empty where there is none.</summary>
    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    /// <summary>Checks one voter's marks of the subjects of one kind.</summary>
    /// <param name="marks">Each subject once.</param>
    public abstract FormReport Check(IReadOnlyList<Mark> marks);

    internal static string Number(decimal value) =>
        value.ToString("0.####", CultureInfo.InvariantCulture);

    internal static string Points(PointRange range) =>
        range.Least == range.Most
            ? $"{Number(range.Most)} 分"
            : $"{Number(range.Least)}–{Number(range.Most)} 分";

    internal static FormProblem Missing(Mark mark, string what) =>
        new("form-mark-missing", mark.Subject, $"“{mark.Subject}”没有填{what}");
}
