using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>max</c>: the largest of the parts.</summary>
internal sealed class Greatest(IReadOnlyList<Expression> parts)
    : Extreme(parts, largest: true),
        IConstruct
{
    public static string Keyword => "max";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression Read(WrittenOperator written) => new Greatest(written.LikeOperands());
}
