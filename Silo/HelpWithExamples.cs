using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Interleave.Silo;

/// <summary>The usual help, followed by examples to copy.</summary>
internal sealed class HelpWithExamples(HelpAction help, IReadOnlyList<string> examples) : SynchronousCommandLineAction
{
    /// <summary>Who asks for help need not know what is required.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples)
        {
            output.WriteLine(example);
        }

        return exitCode;
    }
}
