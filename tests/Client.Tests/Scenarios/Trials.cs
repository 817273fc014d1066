using Interleave.Client.Clusters;
using Interleave.Client.IoServer;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Scenarios;

/// <summary>What real trials need: the I/O server in its process, and a silo in this one.</summary>
public sealed class Trials : IAsyncLifetime
{
    private IoServerProcess? _server;
    private InProcessCluster? _cluster;
    private LocalCluster? _silos;
    private GrainClientHost? _client;

    private static Dictionary<string, string> NoTexts => [];

    internal InProcessCluster Cluster => _cluster ?? throw new InvalidOperationException("Not started.");

    internal ProcessPools Processes { get; } = new();

    internal IoServerProcess Server => _server ?? throw new InvalidOperationException("Not started.");

    internal static TheoryData<string> ModelsOf(IScenario scenario) => [.. scenario.Models.Select(model => model.Name)];

    public async Task InitializeAsync()
    {
        // The test host and tests beside these hold threads of the pool, which without this has no more than there are cores.
        ThreadPool.SetMinThreads(Environment.ProcessorCount + 14, Environment.ProcessorCount + 14);
        _server = await IoServerProcess.StartAsync(CancellationToken.None);
        _cluster = await InProcessCluster.StartAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Processes.DisposeAsync();
        await Cluster.DisposeAsync();
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        if (_silos is not null)
        {
            await _silos.DisposeAsync();
        }

        await Server.DisposeAsync();
    }

    /// <summary>One trial, with small parameters.</summary>
    internal Task<TrialOutcome> RunAsync(IScenario scenario, string variant, string model, params (string Name, double Value)[] given) =>
        RunAsync(scenario, variant, model, new TrialRecorder(), CancellationToken.None, given);

    /// <summary>One trial on grains in two silo processes, which are started by the first that asks.</summary>
    internal async Task<TrialOutcome> RunOverSilosAsync(IScenario scenario, string variant, params (string Name, double Value)[] given)
    {
        _silos ??= await LocalCluster.StartAsync(new LocalClusterOptions { Silos = 2 }, CancellationToken.None);
        _client ??= await GrainClientHost.ConnectAsync(_silos.Address, CancellationToken.None);
        return await RunAsync(scenario, variant, Model.Grains.Name, NoTexts, new TrialRecorder(), _client.Client, given, CancellationToken.None);
    }

    internal Task<TrialOutcome> RunAsync(
        IScenario scenario, string variant, string model, TrialRecorder recorder, CancellationToken cancellation, params (string Name, double Value)[] given) =>
        RunAsync(scenario, variant, model, NoTexts, recorder, Cluster.Grains, given, cancellation);

    /// <param name="texts">What the scenario is given beside numbers.</param>
    internal Task<TrialOutcome> RunAsync(
        IScenario scenario,
        string variant,
        string model,
        IReadOnlyDictionary<string, string> texts,
        TrialRecorder recorder,
        CancellationToken cancellation,
        params (string Name, double Value)[] given) =>
        RunAsync(scenario, variant, model, texts, recorder, Cluster.Grains, given, cancellation);

    private async Task<TrialOutcome> RunAsync(
        IScenario scenario,
        string variant,
        string model,
        IReadOnlyDictionary<string, string> texts,
        TrialRecorder recorder,
        IGrainFactory grains,
        (string Name, double Value)[] given,
        CancellationToken cancellation)
    {
        var settings = new Settings(Profile.Quick, given.ToDictionary(pair => pair.Name, pair => pair.Value)) { Seed = 1, Texts = texts };
        var chosen = scenario.Variants(settings).Single(candidate => candidate.Name == variant);
        var context = new TrialContext(recorder, Server.Address, grains, chosen.RunSequentially(cancellation))
        {
            Processes = Processes,
            StartLosableSilos = start => LosableCluster.StartAsync(database: null, start),
        };
        var observation = await chosen.RunAsync(Model.All.Single(candidate => candidate.Name == model), context, cancellation);
        return new TrialOutcome(
            observation.Measurements.ToDictionary(measurement => measurement.Metric.Name, measurement => measurement.Value),
            observation.Expectations,
            recorder,
            context.Sequential);
    }
}
