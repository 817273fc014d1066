using System.CommandLine;
using System.CommandLine.Help;
using Interleave.Client.Clusters;
using Interleave.Silo;

namespace Interleave.Client.Commands;

/// <summary>Parses, runs, and turns every expected way to fail into its exit code.</summary>
internal static class CommandLine
{
    /// <summary>How long a command may take to end what it started, once it was told to stop.</summary>
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        root.Options.OfType<VersionOption>().ToList().ForEach(version => version.Action = new VersionWithRuntime());
        // A word that begins with @ is a word: no file is read for it.
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        // A shell asks how an unfinished line may go on: what is unfinished is no fault.
        var isSuggestion = args.FirstOrDefault()?.StartsWith("[suggest", StringComparison.Ordinal) == true;
        if (!isSuggestion && UnreadableWords.In(parsed) is { Count: > 0 } faults)
        {
            return Refuse(faults);
        }

        // What this program starts itself is ended by its owner, and not by a Ctrl-C or a closed terminal, which reach every process there.
        TimeSpan? stopLimit = parsed.CommandResult.Command.Hidden ? null : StopLimit;
        using var hangUp = new HangUp(stopLimit);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = stopLimit }, hangUp.Token);
        }
        catch (UserError error)
        {
            return Refuse(error.Lines);
        }
        catch (ClusterException exception)
        {
            return Refuse([exception.Message], ExitCode.Failed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk, or nobody left to write to.
            return Refuse([exception.Message], ExitCode.Failed);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>Ends the help of a command with examples to copy.</summary>
    public static T WithExamples<T>(this T command, params string[] examples)
        where T : Command
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
        {
            command.Add(help = new HelpOption());
        }

        help.Action = new HelpWithExamples(new HelpAction(), [.. examples.Select(example => $"  interleave {example}")]);
        return command;
    }

    private static int Refuse(IEnumerable<string> faults, int exitCode = ExitCode.BadInput)
    {
        try
        {
            foreach (var fault in faults)
            {
                Console.Error.WriteLine(VisibleText.OneLine(fault));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Standard error is closed: the exit code says it alone.
        }

        return exitCode;
    }
}
