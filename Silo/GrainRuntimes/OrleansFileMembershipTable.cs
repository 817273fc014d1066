using System.Globalization;
using System.Text.Json;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>The members of a cluster on one machine, in a file that all its silos share.</summary>
/// <remarks>
/// Orleans' own table for development lives in the first silo and dies with it; with this one, any silo may die. A member's name is that of its seat, so
/// that whether its process lives is certain: members whose process has ended are marked dead, and who is declared dead is ended first.
/// </remarks>
/// <param name="folder">The folder that the silos share.</param>
/// <param name="isLost">Told when the table is gone or damaged, for then nobody knows who belongs to the cluster.</param>
/// <param name="patience">How long to wait for a silo that changes the table.</param>
internal sealed class FileMembershipTable(ClusterFolder folder, Action<string> isLost, TimeSpan? patience = null) : IMembershipTable
{
    private const int NotInitialized = -1;

    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(5);

    private readonly string _file = folder.Members;

    /// <summary>The newest version that was read or written; there is no way back from it.</summary>
    private int _newest = NotInitialized;

    private sealed record Row(MembershipEntry Entry, string ETag);

    private sealed record Table(int Version, List<Row> Rows)
    {
        public MembershipTableData ToData(Func<Row, bool> wanted) =>
            new([.. Rows.Where(wanted).Select(row => Tuple.Create(row.Entry, row.ETag))], new TableVersion(Version, TagOf(Version)));

        public Table Next(IEnumerable<Row> rows) => new(Version + 1, [.. rows]);

        public Row? Find(SiloAddress silo) => Rows.Find(row => row.Entry.SiloAddress.Equals(silo));
    }

    public Task InitializeMembershipTable(bool tryInitTableVersion) => ChangeAsync(table =>
    {
        var gone = table.Rows.Where(row => row.Entry.Status != SiloStatus.Dead && !folder.Holds(row.Entry.SiloName)).ToList();
        gone.ForEach(row => row.Entry.Status = SiloStatus.Dead);
        return gone.Count == 0 ? table : table.Next(table.Rows.Select(row => gone.Contains(row) ? row with { ETag = TagOf(table.Version + 1) } : row));
    });

    public Task DeleteMembershipTableEntries(string clusterId) => ChangeAsync(table => table.Next([]));

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) => ChangeAsync(table =>
    {
        var kept = table.Rows.Where(row => row.Entry.Status == SiloStatus.Active || LastSign(row.Entry) >= beforeDate.UtcDateTime).ToList();
        return kept.Count == table.Rows.Count ? table : table.Next(kept);
    });

    public async Task<MembershipTableData> ReadRow(SiloAddress key) =>
        (await ReadAsync()).ToData(row => row.Entry.SiloAddress.Equals(key));

    public async Task<MembershipTableData> ReadAll() => (await ReadAsync()).ToData(_ => true);

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => ChangeAsync(table =>
        table.Find(entry.SiloAddress) is not null || TagOf(table.Version) != tableVersion.VersionEtag
            ? null
            : table.Next([.. table.Rows, new Row(entry, TagOf(table.Version + 1))]));

    public async Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion)
    {
        if (entry.Status == SiloStatus.Dead)
        {
            // A process that is frozen or starved would go on with its turns later, beside those of the grains' new activations.
            await folder.EvictAsync(entry.SiloName);
        }

        return await ChangeAsync(table =>
            table.Find(entry.SiloAddress)?.ETag != etag || TagOf(table.Version) != tableVersion.VersionEtag
                ? null
                : table.Next(table.Rows.Select(row => row.Entry.SiloAddress.Equals(entry.SiloAddress) ? new Row(entry, TagOf(table.Version + 1)) : row)));
    }

    public Task UpdateIAmAlive(MembershipEntry entry) => ChangeAsync(table =>
    {
        if (table.Find(entry.SiloAddress) is { } row)
        {
            row.Entry.IAmAliveTime = entry.IAmAliveTime;
        }

        return table;
    });

    private static DateTime LastSign(MembershipEntry entry) => entry.StartTime > entry.IAmAliveTime ? entry.StartTime : entry.IAmAliveTime;

    private static string TagOf(int version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Changes the table while no other silo does; false where <paramref name="change"/> refuses by returning null.</summary>
    private async Task<bool> ChangeAsync(Func<Table, Table?> change)
    {
        try
        {
            using var alone = await FileLock.TakeAsync(_file + ".lock", patience ?? DefaultPatience);
            var table = _newest == NotInitialized && !File.Exists(_file) ? new Table(0, []) : await ReadAsync();
            if (change(table) is not { } changed)
            {
                return false;
            }

            // Beside and then over it: a silo killed here leaves the old table whole.
            await File.WriteAllBytesAsync(_file + ".new", JsonSerializer.SerializeToUtf8Bytes(changed));
            File.Move(_file + ".new", _file, overwrite: true);
            _newest = Math.Max(_newest, changed.Version);
            return true;
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
        {
            throw Lost("is gone", exception);
        }
    }

    private async Task<Table> ReadAsync()
    {
        var atLeast = _newest;
        Table table;
        try
        {
            table = JsonSerializer.Deserialize<Table>(await File.ReadAllBytesAsync(_file)) ?? throw new JsonException("It is empty.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Lost("is gone", exception);
        }
        catch (JsonException exception)
        {
            throw Lost("is damaged", exception);
        }

        if (table.Version < atLeast)
        {
            throw Lost($"was put back from version {atLeast} to {table.Version}", inner: null);
        }

        _newest = Math.Max(_newest, table.Version);
        return table;
    }

    private InvalidDataException Lost(string what, Exception? inner)
    {
        var message = $"The membership table '{_file}' {what}: who belongs to the cluster is not known any more.";
        isLost(message);
        return new InvalidDataException(message, inner);
    }
}
