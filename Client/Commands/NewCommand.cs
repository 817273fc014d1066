using System.CommandLine;

namespace Interleave.Client.Commands;

/// <summary><c>interleave new</c>: files to start from.</summary>
internal static class NewCommand
{
    public static Command Create() =>
        new Command("new", "Writes a file to start from.") { NewWorkloadCommand.Create() }.WithExamples("new workload checkout.yaml");
}
