using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>min</c>: the smallest of the parts.</summary>
internal sealed class Least(IReadOnlyList<Expression> parts)
    : Extreme(parts, largest: false),
        IConstruct
{
    public static string Keyword => "min";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression Read(WrittenOperator written) => new Least(written.LikeOperands());
}
