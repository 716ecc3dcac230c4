using System.CommandLine;
using System.Text;
using Assessment.Cli.Evaluate;
using Assessment.Cli.Explain;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return new RootCommand("居民区考核：按方案和事实计算结果，并说明每一步的出处")
{
    EvaluateCommand.Create(),
    ExplainCommand.Create(),
}
    .Parse(args)
    .Invoke();
