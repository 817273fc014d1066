using System.Net;

namespace Interleave.Client.Workloads;

/// <summary>What a file may ask for, where it is read.</summary>
/// <param name="AllowedHosts">Hosts beside this machine that it may name.</param>
/// <param name="Postgres">The connection string of the PostgreSQL server; null where there is none.</param>
internal sealed record FileContext(IReadOnlyList<string> AllowedHosts, string? Postgres)
{
    /// <summary>Set in a worker: the coordinator has checked the hosts.</summary>
    public bool AllowsAnyHost { get; init; }

    public bool Allows(string host) => AllowsAnyHost || IsThisMachine(host) || AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names are not looked up: what a name leads to can change.</summary>
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
