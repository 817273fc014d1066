using System.Diagnostics;
using Interleave.Client;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;
using Runtime.Tests.Clusters;

namespace Runtime.Tests;

public sealed class SiloProcessTests
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly string _clusterId = $"test-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_silo_tells_on_one_line_that_it_is_ready_and_where()
    {
        using var silo = Start("--owned", "--silo-port", "0", "--gateway-port", "0");

        var ready = await ReadyAsync(silo);

        Assert.Equal(new SiloReady(GrainRuntime.Name, _clusterId, "127.0.0.1", ready.SiloPort, ready.GatewayPort, silo.Id, ready.Seat), ready);
        Assert.Equal(silo.Id, ClusterSeat.ProcessOf(ready.Seat));
        silo.StandardInput.Close();
        Assert.Equal(0, await ExitAsync(silo));
    }

    [Fact]
    public async Task An_owned_silo_ends_when_its_owner_lets_go_of_its_input()
    {
        using var silo = Start("--owned", "--silo-port", "0", "--gateway-port", "0");
        await ReadyAsync(silo);

        silo.StandardInput.Close();

        Assert.Equal(0, await ExitAsync(silo));
    }

    [Fact]
    public async Task An_owned_silo_ends_also_when_its_owner_is_gone_before_it_was_ready()
    {
        using var silo = Start("--owned", "--silo-port", "0", "--gateway-port", "0");

        silo.StandardInput.Close();

        Assert.Equal(0, await ExitAsync(silo));
    }

    [Theory]
    [InlineData(Signals.Terminate)]
    [InlineData(Signals.Interrupt)]
    [InlineData(Signals.HangUp)]
    public async Task A_silo_stops_gracefully_on_a_signal(int signal)
    {
        using var silo = Start("--silo-port", "0", "--gateway-port", "0");
        await ReadyAsync(silo);

        Signals.Send(silo.Id, signal);

        Assert.Equal(0, await ExitAsync(silo));
    }

    [Fact]
    public async Task A_detached_silo_runs_on_once_its_owner_releases_it()
    {
        using var silo = Start("--owned", "--detached", "--silo-port", "0", "--gateway-port", "0");
        await ReadyAsync(silo);

        await silo.StandardInput.WriteLineAsync(OwnerWatch.Release);
        silo.StandardInput.Close();
        using var other = Start("--owned", "--silo-port", "0", "--gateway-port", "0");
        await ReadyAsync(other);

        Assert.False(silo.HasExited);
        Signals.Send(silo.Id, Signals.Terminate);
        Assert.Equal(0, await ExitAsync(silo));
        other.StandardInput.Close();
        Assert.Equal(0, await ExitAsync(other));
    }

    [Fact]
    public async Task A_detached_silo_ends_with_an_owner_that_did_not_release_it()
    {
        using var silo = Start("--owned", "--detached", "--silo-port", "0", "--gateway-port", "0");
        await ReadyAsync(silo);

        silo.StandardInput.Close();

        Assert.Equal(0, await ExitAsync(silo));
    }

    [Fact]
    public async Task A_mistake_on_the_command_line_ends_with_2_and_a_line_a_fault()
    {
        using var silo = Start("--silo-port", "many", "--frobnicate");

        var errors = await silo.StandardError.ReadToEndAsync();

        Assert.Equal(2, await ExitAsync(silo));
        Assert.Collection(
            errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries),
            line => Assert.StartsWith("--frobnicate: no such option", line, StringComparison.Ordinal),
            line => Assert.StartsWith("--silo-port many: not a port", line, StringComparison.Ordinal));
    }

    private Process Start(params string[] arguments)
    {
        Signals.ListenForInterrupt();
        var start = new ProcessStartInfo(DotnetHost.Path) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[SharedClusters.Program, "--cluster-id", _clusterId, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task<SiloReady> ReadyAsync(Process silo) =>
        SiloReady.Parse((await silo.StandardOutput.ReadLineAsync().WaitAsync(StartLimit))!);

    private static async Task<int> ExitAsync(Process silo)
    {
        // A silo still starting gets its whole start; one that was told to stop is gone by the hard deadline.
        using var limit = new CancellationTokenSource(StopDeadline.Hard + StartLimit);
        await silo.WaitForExitAsync(limit.Token);
        return silo.ExitCode;
    }
}
