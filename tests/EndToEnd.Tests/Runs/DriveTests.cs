using System.Diagnostics;
using System.Net;
using Interleave.Client;
using Interleave.Client.Clusters;
using Interleave.Client.GrainRuntimes;
using Interleave.Client.Records;
using Interleave.EndToEnd.Tests.Processes;
using Sample.Contracts;

namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>Grains that are not of this program, in a silo that knows nothing of it.</summary>
public sealed class DriveTests : IAsyncLifetime, IDisposable
{
    private const int Accounts = 20;

    private readonly string _clusterId = $"sample-{Guid.NewGuid():N}";
    private readonly TemporaryFolder _folder = new();
    private Process? _silo;
    private string _gateway = "";

    private string Contracts => _folder["Sample.Contracts.dll"];

    public async Task InitializeAsync()
    {
        // By itself, as another project's output: what it needs of Orleans is this program's own.
        File.Copy(typeof(IAccount).Assembly.Location, Contracts);
        var program = Path.Combine(AppContext.BaseDirectory, "Sample.Silo.dll");
        if (OrleansFactAttribute.IsOrleans)
        {
            var start = new ProcessStartInfo(DotnetHost.Path, [program, _clusterId]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            _silo = Process.Start(start)!;
            _gateway = await _silo.StandardOutput.ReadLineAsync().WaitAsync(ClientProcess.Patience) ?? throw new InvalidOperationException("No silo.");
        }
    }

    public async Task DisposeAsync()
    {
        if (_silo is not null)
        {
            _silo.Kill();
            await _silo.WaitForExitAsync();
            _silo.Dispose();
        }
    }

    public void Dispose() => _folder.Dispose();

    [OrleansFact]
    public async Task An_open_load_reaches_every_grain_and_loses_no_call()
    {
        var run = _folder["run"];

        var result = await DriveAsync(run, "IAccount(key).Deposit(3)", "--keys", $"{Accounts}", "--rate", "200");

        Assert.False(result.HasStackTrace, result.Output + result.Error);
        var record = RunFile.Read(run);
        Assert.Equal("IAccount(key).Deposit(3)", record.Plan.Parameters["call"]);
        // A busy machine lets the generator be late, and the run says so.
        Assert.All(record.Checks, check => Assert.True(check.Ok || check.Name.StartsWith("generator", StringComparison.Ordinal), check.Name));
        Assert.All(record.Trials, trial => Assert.Equal(Accounts, trial.Metrics["grains-called"]));
        Assert.All(record.Trials, trial => Assert.True(trial.Metrics["latency-p50"] > 0));
        // Warm-up and the traced round deposit too: each call exactly once, so the accounts hold three for each, and not less than was measured.
        var measured = record.Trials.Sum(trial => trial.Operations.Completed);
        var balance = (await BalancesAsync()).Sum();
        Assert.Equal(0, balance % 3);
        Assert.InRange(balance / 3, measured + 1, measured * 10);
        Assert.True(File.Exists(Path.Combine(run, "report.html")));
    }

    [OrleansTheory]
    [InlineData("Sample.Contracts.ICart(key).Add(\"apple\")")]
    [InlineData("ISession(key).Touch()")]
    [InlineData("IAccount(7).Pay({\"amount\": 12.5, \"currency\": \"Franc\", \"notes\": [\"first\"]})")]
    [InlineData("IAccount(7).Close()")]
    [InlineData("IAccount(7).Wait(\"00:00:00.001\")")]
    public async Task A_closed_load_calls_grains_of_any_key(string call)
    {
        var result = await DriveAsync(_folder["run"], call, "--concurrency", "4", "--rounds", "1", "--expect", "drive.grains.throughput > 0");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.All(RunFile.Read(_folder["run"]).Trials, trial => Assert.True(trial.Metrics["throughput"] > 0));
    }

    [OrleansFact]
    public async Task A_call_that_fails_fails_the_run_and_says_why()
    {
        var result = await DriveAsync(_folder["run"], "IAccount(key).Refuse(\"closed on Sundays\")", "--concurrency", "1", "--rounds", "1");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("closed on Sundays", result.Output + result.Error, StringComparison.Ordinal);
        Assert.False(result.HasStackTrace);
    }

    [OrleansFact]
    public async Task A_threshold_that_is_not_met_fails_the_run()
    {
        var result = await DriveAsync(
            _folder["run"], "IAccount(key).Balance()", "--concurrency", "1", "--rounds", "1", "--expect", "drive.grains.throughput > 1e9");

        Assert.Equal(1, result.ExitCode);
    }

    [OrleansTheory]
    [InlineData("IAccount(key).Deposit(\"ten\")", "'\"ten\"' in --call is no int, which Deposit(int amount) takes as 'amount': ")]
    [InlineData("IAccount(key).Withdraw(10)", "IAccount has no method 'Withdraw': Allowed: ")]
    [InlineData("Sample.Contracts.Archive.ICart(key).Add(\"a\")", "hosts a grain with the interface Sample.Contracts.Archive.ICart.")]
    public async Task A_call_that_nobody_can_make_is_refused_before_anything_runs(string call, string expected)
    {
        var result = await DriveAsync(_folder["run"], call, "--concurrency", "1");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, Assert.Single(result.Faults), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["run"]));
    }

    [EmbeddedFact]
    public async Task The_embedded_runtime_says_why_it_has_none()
    {
        var result = await ClientProcess.RunAsync(
            _folder.Path, "drive", "--cluster", "127.0.0.1:1", "--assembly", Contracts, "--call", "IAccount(key).Deposit(10)", "--rate", "1");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("'drive' calls grains of an Orleans cluster", Assert.Single(result.Faults), StringComparison.Ordinal);
    }

    private Task<ClientResult> DriveAsync(string run, string call, params string[] more) => ClientProcess.RunAsync(
        _folder.Path,
        ["drive", "--cluster", $"{_clusterId}@{_gateway}", "--assembly", Contracts, "--call", call, "--out", run, "--seconds", "1", .. more]);

    private async Task<IReadOnlyList<long>> BalancesAsync()
    {
        var address = new ClusterAddress(_clusterId, [IPEndPoint.Parse(_gateway)]);
        await using var client = await GrainClientHost.ConnectAsync(address, CancellationToken.None, contracts: typeof(IAccount).Assembly);
        var balances = Enumerable.Range(0, Accounts).Select(key => client.Client.GetGrain<IAccount>(key).Balance().AsTask());
        return await Task.WhenAll(balances);
    }
}
