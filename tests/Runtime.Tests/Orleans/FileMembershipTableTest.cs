using System.Net;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;

namespace Runtime.Tests.Orleans;

/// <summary>A membership table in a folder of its own, and the members that tests write to it.</summary>
public abstract class FileMembershipTableTest : IAsyncLifetime, IDisposable
{
    private protected static readonly DateTime Now = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _state = new();
    private int _generation;

    private protected List<string> Losses { get; } = [];

    private protected ClusterSeat Seat { get; private set; } = null!; // Both are there before a test begins.

    private protected FileMembershipTable Table { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Seat = new ClusterFolder(Path.Combine(_state["clusters"], "lab")).TakeSeat(SeatKind.Silo);
        Table = await OpenAsync();
    }

    public Task DisposeAsync()
    {
        Seat.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _state.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<FileMembershipTable> OpenAsync()
    {
        var table = new FileMembershipTable(Seat.Folder, Losses.Add);
        await table.InitializeMembershipTable(tryInitTableVersion: true);
        return table;
    }

    private protected async Task<MembershipEntry> InsertAsync(MembershipEntry entry)
    {
        Assert.True(await Table.InsertRow(entry, (await Table.ReadAll()).Version.Next()));
        return entry;
    }

    private protected MembershipEntry Member(SiloStatus status, DateTime? lastSign = null) => new()
    {
        SiloAddress = Address(),
        HostName = "localhost",
        SiloName = Seat.Name,
        Status = status,
        ProxyPort = 30000,
        StartTime = lastSign ?? Now,
        IAmAliveTime = lastSign ?? Now,
    };

    private protected SiloAddress Address() => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11111), ++_generation);
}
