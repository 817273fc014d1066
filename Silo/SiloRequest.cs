using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;

namespace Interleave.Silo;

/// <summary>What was asked of a silo, as it was written; a port that was not named is chosen.</summary>
internal sealed record SiloRequest
{
    private const string AllowedPorts = "allowed: 1 to 65535, or 0 for any free port";
    private const double LongestTimeout = 86_400;

    public string? SiloPort { get; init; }
    public string? GatewayPort { get; init; }
    public string? ClusterId { get; init; }
    public string? Address { get; init; }
    public string? Clustering { get; init; }
    public string? ResponseTimeout { get; init; }
    public string? LogLevel { get; init; }
    public bool Owned { get; init; }
    public bool Detached { get; init; }

    /// <summary>The lowest level to log, or none where it was left to the silo.</summary>
    public LogLevel? Level => LogLevel is null ? null : Enum.Parse<LogLevel>(LogLevel, ignoreCase: true);

    /// <summary>Everything that is wrong with this request, a line each.</summary>
    public IEnumerable<string> Faults()
    {
        var address = IPAddress.Loopback;
        if (Address is not null && !IPAddress.TryParse(Address, out address))
        {
            yield return $"--address {Address}: not an IP address; allowed: an address of this machine, such as 127.0.0.1";
        }
        else if (!IPAddress.IsLoopback(address!))
        {
            yield return $"--address {Address}: clustering by localhost stays on this machine; allowed: a loopback address, such as 127.0.0.1";
        }

        foreach (var (option, value) in new[] { ("--silo-port", SiloPort), ("--gateway-port", GatewayPort) })
        {
            if (value is null or "0")
            {
                continue;
            }

            if (ParsePort(value) is not { } port)
            {
                yield return $"{option} {value}: not a port; {AllowedPorts}";
            }
            else if (address is not null && !Ports.IsFree(address, port))
            {
                yield return $"{option} {value}: in use on {address}, or not ours to take; name another, or leave the option out to take the next free one";
            }
        }

        if (SiloPort is not (null or "0") && SiloPort == GatewayPort)
        {
            yield return $"--silo-port {SiloPort} and --gateway-port {GatewayPort}: the same; each needs a port of its own";
        }

        if (ClusterId is not null && !IsName(ClusterId))
        {
            yield return $"--cluster-id {ClusterId}: not a name; allowed: 1 to 64 of A-Z, a-z, 0-9, '-', '_' and '.', a letter or digit first";
        }

        if (Clustering is not (null or "localhost"))
        {
            yield return $"--clustering {Clustering}: no such kind; allowed: localhost";
        }

        if (ResponseTimeout is not null && ParseSeconds(ResponseTimeout) is null)
        {
            yield return $"--response-timeout {ResponseTimeout}: not a number of seconds; allowed: more than 0, at most {LongestTimeout:0}";
        }

        if (LogLevel is not null && !Enum.GetNames<LogLevel>().Contains(LogLevel, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"--log-level {LogLevel}: no such level; allowed: {string.Join(", ", Enum.GetNames<LogLevel>()).ToLowerInvariant()}";
        }
    }

    /// <summary>The options to start with; asked again, it chooses other ports where they were left to it.</summary>
    public SiloOptions Choose()
    {
        var address = Address is null ? IPAddress.Loopback : IPAddress.Parse(Address);
        var options = new SiloOptions
        {
            Address = address,
            SiloPort = ChoosePort(SiloPort, address, SiloOptions.DefaultSiloPort),
            GatewayPort = ChoosePort(GatewayPort, address, SiloOptions.DefaultGatewayPort),
            ClusterId = ClusterId ?? SiloOptions.DefaultClusterId,
        };
        return ResponseTimeout is null ? options : options with { ResponseTimeout = ParseSeconds(ResponseTimeout)!.Value };
    }

    /// <summary>Whether another choice of ports may help when one turns out to be taken.</summary>
    public bool ChoosesPorts => SiloPort is null or "0" || GatewayPort is null or "0";

    /// <remarks>It names a folder too: one that begins with a dot would be hidden, or another folder.</remarks>
    private static bool IsName(string clusterId) =>
        clusterId.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(clusterId[0])
            && clusterId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static int ChoosePort(string? asked, IPAddress address, int first) => asked switch
    {
        null => Ports.NextFree(address, first),
        "0" => Ports.AnyFree(address),
        _ => ParsePort(asked)!.Value,
    };

    private static int? ParsePort(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort ? port : null;

    private static TimeSpan? ParseSeconds(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestTimeout
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
