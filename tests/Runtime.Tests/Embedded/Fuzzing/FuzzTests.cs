using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Interleave.Client.Clusters;
using Interleave.Embedded.Network;
using Interleave.Silo;
using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;
using Xunit.Abstractions;

namespace Runtime.Tests.Embedded.Fuzzing;

/// <summary>Damaged frames, from strangers and from processes that were let in.</summary>
/// <remarks><c>INTERLEAVE_FUZZ_FRAMES=100000</c> sends so many, <c>INTERLEAVE_FUZZ_SEED=7</c> other ones.</remarks>
public sealed class FuzzTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int FramesInConnection = 10;
    private const long MostMemory = 64 << 20;

    private LocalCluster _cluster = null!; // Set before any test runs.
    private GrainClientHost _client = null!;

    private static int Frames { get; } = Setting("INTERLEAVE_FUZZ_FRAMES", 5_000);

    private static int Seed { get; } = Setting("INTERLEAVE_FUZZ_SEED", 1);

    public async Task InitializeAsync()
    {
        _cluster = await LocalCluster.StartAsync(new LocalClusterOptions { Silos = 1, SiloProgram = SharedClusters.Program }, CancellationToken.None);
        _client = await GrainClientHost.ConnectAsync(_cluster.Address, CancellationToken.None);
    }

    [Fact]
    public async Task A_silo_outlives_damaged_frames_answers_its_clients_and_keeps_no_memory_of_them()
    {
        output.WriteLine($"seed {Seed}, {Frames} frames");
        var random = new Random(Seed);
        var mutator = new FrameMutator(random);
        var heap = _client.Client.GetGrain<IHeapGrain>("fuzz");
        var before = await heap.Used();

        var sent = 0;
        while (sent < Frames)
        {
            var frames = Enumerable.Range(0, FramesInConnection).Select(_ => mutator.Next()).ToList();
            sent += random.Next(3) switch
            {
                0 => await SendAsStrangerAsync(frames, random),
                1 => await SendAsMemberAsync(frames, _cluster.Silos[0].Gateway, null),
                // A local cluster knows where its silos are.
                _ => await SendAsMemberAsync(frames, _cluster.Silos[0].Endpoint!, new SiloAddress(IPEndPoint.Parse("127.0.0.1:1"), 1)),
            };
            Assert.Equal(sent, await _client.Client.GetGrain<IIdentityGrain>($"own-{sent}").Remember(sent));
        }

        var after = await heap.Used();
        output.WriteLine($"{(after - before) / 1024.0 / 1024:0.0} MiB more than before");
        Assert.True(after - before < MostMemory, $"{after - before:N0} bytes more than before.");
    }

    [Fact]
    public async Task A_stranger_who_never_reads_costs_next_to_nothing()
    {
        var heap = _client.Client.GetGrain<IHeapGrain>("fuzz");
        var before = await heap.Used();
        var mutator = new FrameMutator(new Random(Seed));

        var strangers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ConnectAsync(_cluster.Silos[0].Gateway)));
        foreach (var stranger in strangers)
        {
            await TrySendAsync(stranger, mutator.Next());
        }

        Assert.True(await heap.Used() - before < MostMemory / 16);
        foreach (var stranger in strangers)
        {
            stranger.Dispose();
        }
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Lengths are damaged, too.</summary>
    private async Task<int> SendAsStrangerAsync(List<byte[]> frames, Random random)
    {
        using var stranger = await ConnectAsync(random.Next(2) == 0 ? _cluster.Silos[0].Gateway : _cluster.Silos[0].Endpoint!); // As above.
        foreach (var frame in frames)
        {
            var length = random.Next(8) == 0 ? random.Next() : frame.Length;
            if (!await TrySendAsync(stranger, [.. BitConverter.GetBytes(length), .. frame]))
            {
                break;
            }
        }

        return frames.Count;
    }

    private async Task<int> SendAsMemberAsync(List<byte[]> frames, IPEndPoint where, SiloAddress? silo)
    {
        using var patience = new CancellationTokenSource(Handshake.Patience);
        var socket = await FrameSocket.ConnectAsync(where, patience.Token);
        try
        {
            await Handshake.DialAsync(socket, _cluster.Address.ClusterId, ClusterFolder.Of(_cluster.Address.ClusterId).Embedded, silo, patience.Token);
            foreach (var frame in frames)
            {
                if (!socket.Send((FrameKind)frame[0], frame, static (writer, frame) => writer.WriteBytes(frame.AsSpan(1))))
                {
                    break;
                }
            }
        }
        finally
        {
            await socket.CloseAsync(patience.Token);
            await socket.ReleaseAsync();
        }

        return frames.Count;
    }

    private static async Task<Socket> ConnectAsync(IPEndPoint where)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(where);
        return socket;
    }

    private static async Task<bool> TrySendAsync(Socket stranger, byte[] bytes)
    {
        try
        {
            await stranger.SendAsync(bytes);
            return true;
        }
        catch (SocketException)
        {
            // It was hung up on.
            return false;
        }
    }
}
