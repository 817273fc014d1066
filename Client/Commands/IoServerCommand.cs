using System.CommandLine;
using Interleave.Client.IoServer;

namespace Interleave.Client.Commands;

/// <summary><c>interleave io-server</c>: the server that the models wait for; started by this program itself.</summary>
internal static class IoServerCommand
{
    public static Command Create()
    {
        var command = new Command(IoServerLifetime.Command, "Answers HTTP requests after the asked delay.") { Hidden = true };
        command.SetAction((_, cancellation) => IoServerLifetime.RunAsync(cancellation));
        return command;
    }
}
