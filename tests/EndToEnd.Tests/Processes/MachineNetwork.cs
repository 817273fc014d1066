using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>Hosts made of network namespaces, each with an address and a cable of its own to a switch; gone when it is disposed.</summary>
internal sealed class MachineNetwork : IAsyncDisposable
{
    private const int Ours = 254;

    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"il{Environment.ProcessId % 100_000}");
    private readonly string[] _hosts;
    private readonly Dictionary<string, Cable> _cables = [];

    private MachineNetwork(string[] hosts) => _hosts = hosts;

    /// <summary>Why no namespaces can be made here; null where they can.</summary>
    public static string? WhyNot { get; } = MayMake() ? null : "This user may not make network namespaces and tap interfaces, or has no ip(8).";

    public static async Task<MachineNetwork> CreateAsync(params string[] hosts)
    {
        var network = new MachineNetwork(hosts);
        try
        {
            await RunAsync("ip", "link", "add", "name", network._name, "type", "bridge");
            await RunAsync("ip", "addr", "add", $"{AddressOf(Ours)}/24", "dev", network._name);
            await RunAsync("ip", "link", "set", network._name, "up");
            foreach (var host in hosts)
            {
                await network.AddAsync(host);
            }

            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    public string AddressOf(string host) => AddressOf(Array.IndexOf(_hosts, host) + 1);

    /// <summary>The words before a command that runs on a host.</summary>
    public string[] On(string host) => ["ip", "netns", "exec", Space(host)];

    /// <summary>Delays every packet from and to a host.</summary>
    public void Delay(string host, TimeSpan delay) => _cables[host].Delay = delay;

    /// <summary>Pulls the cable of a host.</summary>
    public Task CutAsync(string host) => RunAsync("ip", "link", "set", Link(host), "down");

    public Task HealAsync(string host) => RunAsync("ip", "link", "set", Link(host), "up");

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await RunAsync("sh", "-c", "ip -n \"$0\" link del eth0 2>/dev/null; ip netns del \"$0\" 2>/dev/null; true", Space(host));
            await RunAsync("sh", "-c", "ip link del \"$0\" 2>/dev/null; true", Link(host));
        }

        await RunAsync("sh", "-c", "ip link del \"$0\" 2>/dev/null; true", _name);
        foreach (var cable in _cables.Values)
        {
            cable.Dispose();
        }
    }

    private static string AddressOf(int number) => string.Create(CultureInfo.InvariantCulture, $"10.{77 + (Environment.ProcessId % 100)}.0.{number}");

    private string Space(string host) => $"{_name}-{host}";

    private string Link(string host) => string.Create(CultureInfo.InvariantCulture, $"{_name}s{Array.IndexOf(_hosts, host)}");

    private async Task AddAsync(string host)
    {
        var far = string.Create(CultureInfo.InvariantCulture, $"{_name}h{Array.IndexOf(_hosts, host)}");
        await RunAsync("ip", "netns", "add", Space(host));
        _cables[host] = new Cable(Link(host), far);
        await RunAsync("ip", "link", "set", Link(host), "master", _name, "up");
        await RunAsync("ip", "link", "set", far, "netns", Space(host), "name", "eth0");
        await RunAsync("ip", "-n", Space(host), "addr", "add", $"{AddressOf(host)}/24", "dev", "eth0");
        await RunAsync("ip", "-n", Space(host), "link", "set", "eth0", "up");
        await RunAsync("ip", "-n", Space(host), "link", "set", "lo", "up");
    }

    private static async Task RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', words)}: {error}");
        }
    }

    private static bool MayMake()
    {
        const string Try = "ip netns add \"$0\" && { ip netns exec \"$0\" true; code=$?; ip netns del \"$0\"; exit $code; }";
        var space = string.Create(CultureInfo.InvariantCulture, $"il{Environment.ProcessId}-try");
        try
        {
            using var process = Process.Start(new ProcessStartInfo("sh", ["-c", Try, space])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            process?.WaitForExit();
            return process?.ExitCode == 0 && TapInterface.MayBeMade;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
