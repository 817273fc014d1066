using Interleave.Client.Clusters;

namespace Runtime.Tests.Clusters;

/// <summary>One cluster of each hosting, shared by all tests that break nothing.</summary>
public sealed class SharedClusters : IAsyncLifetime
{
    private InProcessCluster? _inProcess;
    private LocalCluster? _processes;
    private GrainClientHost? _client;

    internal static string Program { get; } = typeof(SharedClusters).Assembly.Location;

    internal ICluster Cluster(Hosting hosting) => hosting == Hosting.InProcess ? _inProcess! : _processes!;

    public IGrainFactory Grains(Hosting hosting) => hosting == Hosting.InProcess ? _inProcess!.Grains : _client!.Client;

    public async Task InitializeAsync()
    {
        var inProcess = InProcessCluster.StartAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        _processes = await LocalCluster.StartAsync(new LocalClusterOptions { SiloProgram = Program }, CancellationToken.None);
        _client = await GrainClientHost.ConnectAsync(_processes.Address, CancellationToken.None);
        _inProcess = await inProcess;
    }

    public async Task DisposeAsync()
    {
        await (_client?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_processes?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_inProcess?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
