using System.Text.Json;
using Interleave.Embedded.Serialization;
using Interleave.Files;

namespace Interleave.Embedded.Membership;

/// <summary>
/// What the silos of one cluster share: the table of members, a seat for each of them, and the cluster's secret. Nobody but their user can look into it.
/// </summary>
internal sealed class ClusterFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Converters = { new TextConverter<SiloAddress>(SiloAddress.Parse), new TextConverter<System.Net.IPEndPoint>(System.Net.IPEndPoint.Parse) },
    };

    private string TableFile => Path.Combine(path, "members.json");

    /// <summary>Held for as long as a change of the table takes.</summary>
    private string TableLock => Path.Combine(path, "members.lock");

    public string FileOf(string seat) => Path.Combine(path, seat);

    /// <summary>The seats of all silos, living or not.</summary>
    public IEnumerable<string> Seats() => Directory.EnumerateFiles(path, $"*{SiloSeat.Extension}").Select(file => Path.GetFileName(file));

    public bool IsHeld(string seat) => FileLock.IsHeld(FileOf(seat));

    public FileLock? TryLockTable() => FileLock.TryTake(TableLock);

    public MemberTable Read()
    {
        try
        {
            return JsonSerializer.Deserialize<MemberTable>(File.ReadAllBytes(TableFile), Json) ?? MemberTable.Empty;
        }
        catch (FileNotFoundException)
        {
            return MemberTable.Empty;
        }
    }

    /// <summary>Replaces the table as a whole: nobody ever reads a part of it, also if this process is killed here.</summary>
    public void Write(MemberTable table)
    {
        var beside = $"{TableFile}.new";
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(table, Json));
        File.Move(beside, TableFile, overwrite: true);
    }

    /// <summary>Removes what silos that died have left; only for who holds the table's lock.</summary>
    public void Clear(string seat) => File.Delete(FileOf(seat));
}
