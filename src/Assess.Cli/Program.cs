using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Assessment.Cli;
using Assessment.Cli.Check;
using Assessment.Cli.Compare;
using Assessment.Cli.Decisions;
using Assessment.Cli.Evaluate;
using Assessment.Cli.Explain;
using Assessment.Cli.Nearest;
using Assessment.Cli.Replay;
using Assessment.Cli.Test;
using Assessment.Cli.Usage;
using Assessment.Cli.VerifyAudit;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand(
    "居民区考核：按方案和事实计算结果，说明每一步的出处，核对方案、案例、审计记录和最终结果文件"
)
{
    EvaluateCommand.Create(),
    ExplainCommand.Create(),
    NearestCommand.Create(),
    CompareCommand.Create(),
    DecisionsCommand.Create(),
    CheckCommand.Create(),
    TestCommand.Create(),
    VerifyAuditCommand.Create(),
    ReplayCommand.Create(),
};
UsageText.Replace(root);

// Without it a file whose name begins with @ would be read as more arguments.
var parsed = root.Parse(args, new() { ResponseFileTokenReplacer = null });

// Mistakes are not reported where help is asked for; the action is then another one.
if (parsed.Action is ParseErrorAction)
{
    Console.Error.WriteLine(UsageMistake.Of(parsed));
    return ExitCode.CannotUse;
}
return await parsed.InvokeAsync();
