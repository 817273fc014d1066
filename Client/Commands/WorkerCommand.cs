using System.CommandLine;
using Interleave.Client.Workers;

namespace Interleave.Client.Commands;

/// <summary><c>interleave worker</c>: the process that carries one scenario on one model; started by this program itself.</summary>
internal static class WorkerCommand
{
    public static Command Create()
    {
        var command = new Command(WorkerProcess.Command, "Carries trials, as told on standard input.") { Hidden = true };
        command.SetAction((_, _) => WorkerProcess.RunAsync());
        return command;
    }
}
