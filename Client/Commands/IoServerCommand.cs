using System.CommandLine;
using System.Net;
using Interleave.Client.IoServer;

namespace Interleave.Client.Commands;

/// <summary><c>interleave io-server</c>: the server that the models wait for; started by this program itself.</summary>
internal static class IoServerCommand
{
    public static Command Create()
    {
        var command = new Command(IoServerLifetime.Command, "Answers HTTP requests after the asked delay.") { Hidden = true };
        var listen = new Argument<string?>("address") { Description = "Where to listen.", DefaultValueFactory = _ => null };
        command.Add(listen);
        command.SetAction((parsed, cancellation) =>
            IoServerLifetime.RunAsync(parsed.GetValue(listen) is { } address ? IPAddress.Parse(address) : IPAddress.Loopback, cancellation));
        return command;
    }
}
