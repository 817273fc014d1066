using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>The members of a cluster on one machine, in a file that all its silos share.</summary>
/// <remarks>Orleans' own table for development lives in the first silo and dies with it; with this one, any silo may die.</remarks>
internal sealed class FileMembershipTable : IMembershipTable
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);
    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(5);

    private readonly bool _first;
    private readonly string _file;
    private readonly string _folder;

    public FileMembershipTable(SiloOptions options)
    {
        _first = options.SiloPort == options.PrimaryPort;
        _folder = Path.Combine(Path.GetTempPath(), $"interleave-{Environment.UserName}");
        _file = Path.Combine(_folder, $"{options.ClusterId}-{options.PrimaryPort}.members.json");
    }

    private sealed record Row(MembershipEntry Entry, string ETag);

    private sealed record Table(int Version, List<Row> Rows)
    {
        public MembershipTableData ToData(Func<Row, bool> wanted) =>
            new([.. Rows.Where(wanted).Select(row => Tuple.Create(row.Entry, row.ETag))], TableVersion);

        private TableVersion TableVersion => new(Version, Version.ToString(CultureInfo.InvariantCulture));
    }

    public async Task InitializeMembershipTable(bool tryInitTableVersion)
    {
        Directory.CreateDirectory(_folder);
        if (_first)
        {
            DeleteAbandoned();
            // Of an earlier cluster of this name, only silos that still answer belong to this one.
            await Change(async table =>
            {
                var alive = await Task.WhenAll(table.Rows.Select(row => Answers(row.Entry.SiloAddress)));
                return table with { Rows = [.. table.Rows.Where((_, index) => alive[index])] };
            });
        }
    }

    public Task DeleteMembershipTableEntries(string clusterId) =>
        Change(table => table with { Rows = [] });

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) =>
        Change(table => table with { Rows = [.. table.Rows.Where(row => row.Entry.Status != SiloStatus.Dead || row.Entry.IAmAliveTime >= beforeDate.UtcDateTime)] });

    public async Task<MembershipTableData> ReadRow(SiloAddress key) =>
        (await Read()).ToData(row => row.Entry.SiloAddress.Equals(key));

    public async Task<MembershipTableData> ReadAll() => (await Read()).ToData(_ => true);

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) =>
        Put(entry, tableVersion, expected: null);

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) =>
        Put(entry, tableVersion, etag);

    public Task UpdateIAmAlive(MembershipEntry entry) => Change(table =>
    {
        if (table.Rows.Find(row => row.Entry.SiloAddress.Equals(entry.SiloAddress)) is { } row)
        {
            row.Entry.IAmAliveTime = entry.IAmAliveTime;
        }

        return table;
    });

    private Task<bool> Put(MembershipEntry entry, TableVersion version, string? expected) => Change(table =>
    {
        var at = table.Rows.FindIndex(row => row.Entry.SiloAddress.Equals(entry.SiloAddress));
        var current = at < 0 ? null : table.Rows[at].ETag;
        if (current != expected || table.Version.ToString(CultureInfo.InvariantCulture) != version.VersionEtag)
        {
            return null;
        }

        var row = new Row(entry, version.Version.ToString(CultureInfo.InvariantCulture));
        return new Table(version.Version, at < 0 ? [.. table.Rows, row] : [.. table.Rows[..at], row, .. table.Rows[(at + 1)..]]);
    });

    private Task<bool> Change(Func<Table, Table?> change) => Change(table => Task.FromResult(change(table)));

    /// <summary>Changes the table with no other silo at it; a change that comes to nothing is refused.</summary>
    private async Task<bool> Change(Func<Table, Task<Table?>> change)
    {
        await using var alone = await Lock();
        if (await change(await Read()) is not { } changed)
        {
            return false;
        }

        if (changed.Rows.All(row => row.Entry.Status == SiloStatus.Dead))
        {
            // The last silo has left.
            File.Delete(_file);
            return true;
        }

        // Beside and then over it: a silo killed here leaves the old table whole.
        await File.WriteAllBytesAsync(_file + ".new", JsonSerializer.SerializeToUtf8Bytes(changed));
        File.Move(_file + ".new", _file, overwrite: true);
        return true;
    }

    private async Task<Table> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Table>(await File.ReadAllBytesAsync(_file))!;
        }
        catch (FileNotFoundException)
        {
            return new Table(0, []);
        }
    }

    private async Task<FileStream> Lock()
    {
        while (true)
        {
            try
            {
                return new FileStream(_file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LockRetry);
            }
        }
    }

    private static async Task<bool> Answers(SiloAddress silo)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(silo.Endpoint);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void DeleteAbandoned()
    {
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*.members.json*").Where(file => file.LastWriteTimeUtc < TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned))
        {
            file.Delete();
        }
    }
}
