using System.Diagnostics;
using System.Globalization;
using Interleave.Silo.Database;

namespace Interleave.Client.Clusters;

/// <summary>How a silo of a cluster is started: its program, what it is told, and its streams, by which it is owned.</summary>
internal static class SiloStart
{
    public static ProcessStartInfo Of(LocalClusterOptions options, SiloPlace place)
    {
        var start = new ProcessStartInfo(DotnetHost.Path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        string[] arguments =
        [
            options.SiloProgram, "--owned", .. options.Detached ? ["--detached"] : Array.Empty<string>(),
            "--silo-port", Text(place.SiloPort), "--gateway-port", Text(place.GatewayPort), "--cluster-id", options.ClusterId,
            "--response-timeout", options.ResponseTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture), "--log-level", "warning",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (options.Placement is { } placement)
        {
            start.ArgumentList.Add("--placement");
            start.ArgumentList.Add(placement.ToString().ToLowerInvariant());
        }

        if (options.Database is { } database)
        {
            start.ArgumentList.Add("--clustering");
            start.ArgumentList.Add("postgres");
            // Not as an argument: everybody on this machine may read those.
            start.Environment[PostgresConnection.Variable] = database.Secret;
        }

        foreach (var (name, value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
