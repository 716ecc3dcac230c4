using System.CommandLine;
using System.Text.Json;
using Assessment.Cli.Files;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Nearest;

namespace Assessment.Cli.Nearest;

/// <summary><c>assess nearest FACTS.json SUBJECT [--json]</c>.</summary>
internal static class NearestCommand
{
    internal static Command Create()
    {
        var command = new Command(
            "nearest",
            "找出一项事实最少变动多少，会使名次、等次或档次上升或下降"
        );
        var input = new InputArguments(command);
        var subject = new Argument<string>("SUBJECT") { Description = "居民区编号，或人员编号" };
        var json = new Option<bool>("--json") { Description = "输出 JSON，列出全部事实" };
        command.Arguments.Add(subject);
        command.Options.Add(json);
        command.SetAction(
            (parsed, cancellation) =>
                input.ReadAsync(
                    parsed,
                    (scheme, facts) =>
                    {
                        var changes = Find(
                            scheme,
                            facts,
                            parsed.GetRequiredValue(subject),
                            cancellation
                        );
                        if (parsed.GetValue(json))
                        {
                            Console.Out.WriteLine(
                                JsonSerializer.Serialize(
                                    changes.Select(NearestLine.Of),
                                    NearestLine.Options
                                )
                            );
                        }
                        else
                        {
                            NearestTable.Show(
                                changes,
                                facts.Decisions.FirstOrDefault(one =>
                                    one.Subject == parsed.GetRequiredValue(subject)
                                ),
                                Screen.Create()
                            );
                        }

                        return ExitCode.Done;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static IReadOnlyList<NearestChange> Find(
        Scheme scheme,
        FactSet facts,
        string subject,
        CancellationToken cancellation
    )
    {
        try
        {
            return NearestFinder.Find(scheme, facts, subject, cancellation);
        }
        catch (KeyNotFoundException)
        {
            throw new InputCannotBeUsed($"没有编号为“{subject}”的居民区或人员的考核结果");
        }
    }
}
