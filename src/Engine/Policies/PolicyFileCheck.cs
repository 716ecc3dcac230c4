using Assessment.Engine.Language;
using Assessment.Engine.Sources;

namespace Assessment.Engine.Policies;

/// <summary>政策文件核对: what is wrong with a policy file, and with what it quotes of its source.</summary>
/// <param name="Policy">Null where the file is no policy.</param>
/// <param name="Problems">Empty where the policy is sound.</param>
public sealed record PolicyFileCheck(Policy? Policy, IReadOnlyList<SchemeProblem> Problems)
{
    /// <param name="fileName">The policy's file, named in problems.</param>
    /// <param name="read">The text of a file by its path from the policy; null where there is none.</param>
    public static PolicyFileCheck Of(string yaml, string fileName, Func<string, string?> read)
    {
        Policy policy;
        try
        {
            policy = PolicyReader.Read(yaml, fileName);
        }
        catch (SchemeException exception)
        {
            return new(null, exception.Problems);
        }
        var files = new ReferencedFiles("政策文件", yaml, fileName, read);
        var name = policy.Source.File;
        return new(
            policy,
            files.Read(name) is { } text
                ? SourceCheck.Check(policy.Citations, fileName, SourceDocument.Read(text))
                : [files.Missing(name, "source-missing", "来源文件")]
        );
    }
}
