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
            IoServerLifetime.RunAsync(Read(parsed.GetValue(listen)), cancellation));
        return command;
    }

    private static IPAddress Read(string? address) => address is null ? IPAddress.Loopback
        : IPAddress.TryParse(address, out var read) ? read
        : throw new UserError($"{IoServerLifetime.Command} is a command that this program gives to itself; '{address}' is no address.");
}
