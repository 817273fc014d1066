using System.CommandLine;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Workloads;

namespace Interleave.Client.Commands;

/// <summary><c>interleave new workload</c>: a commented workload file.</summary>
internal static class NewWorkloadCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("file") { Description = "The file to write; its name must end with .yaml or .yml, and it must not be there yet." };
        var command = new Command("workload", "Writes a commented workload file: a service, described by the steps of a request.") { path }
            .WithExamples("new workload checkout.yaml");
        command.SetAction(parsed => Write(parsed.GetRequiredValue(path)));
        return command;
    }

    private static int Write(string path)
    {
        if (!WorkloadReader.IsFile(path))
        {
            throw new UserError($"'{path}' does not end with .yaml or .yml: 'run' would take it for the name of a scenario.");
        }

        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            using var template = WorkloadTemplate.Open(Path.GetFileNameWithoutExtension(path));
            template.CopyTo(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserError($"'{path}' cannot be written: {exception.Message}");
        }

        var console = Terminals.Open();
        console.Write(new TextLine($"Written: {path}"));
        console.Write(new TextLine($"Run it on every model:    interleave run {path}"));
        return ExitCode.Done;
    }
}
