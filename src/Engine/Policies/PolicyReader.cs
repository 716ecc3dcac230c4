using Assessment.Engine.Language;
using Assessment.Engine.Policies;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Policies;

/// <summary>Reads a policy file (政策文件). The language is described in this project's README.</summary>
public static class PolicyReader
{
    /// <param name="fileName">Named in problems.</param>
    /// <exception cref="SchemeException">The file is not a policy; carries every problem.</exception>
    public static Policy Read(string yaml, string fileName)
    {
        var problems = new ProblemList(fileName);
        return
            YamlFile.Parse(yaml, problems, "政策文件") is { } root
            && Read(root, problems) is var policy
            && problems.IsEmpty
            ? policy
            : throw new SchemeException(problems.Sorted());
    }

    private static Policy Read(YamlMap root, ProblemList problems)
    {
        var source = new PolicySource("", "");
        if (root.Map("source") is { } written)
        {
            source = new(written.Text("file"), written.Text("title"));
            written.Close();
        }
        var rules = new PolicyRuleReader(problems);
        var policy = new Policy(
            root.Text("policy"),
            root.Text("title"),
            source,
            [.. root.Maps("rules").Select(rules.Read).OfType<PolicyRule>()],
            rules.Citations
        );
        root.Close();
        return policy;
    }
}
