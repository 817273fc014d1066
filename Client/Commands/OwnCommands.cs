using System.CommandLine;
using Interleave.Client.IoServer;
using Interleave.Client.Models.Processes;
using Interleave.Client.Workers;

namespace Interleave.Client.Commands;

/// <summary>The commands that this program gives to itself, each in a process that it starts.</summary>
internal static class OwnCommands
{
    /// <summary>The program with nothing but that command; null where a user speaks.</summary>
    public static RootCommand? Find(string[] args) => args.FirstOrDefault() switch
    {
        IoServerLifetime.Command => [IoServerCommand.Create()],
        UnitProcessMain.Command => [UnitCommand.Create()],
        WorkerProcess.Command => [WorkerCommand.Create()],
        _ => null,
    };
}
