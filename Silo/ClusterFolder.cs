using System.ComponentModel;
using System.Diagnostics;

namespace Interleave.Silo;

/// <summary>The folder that the silos of one cluster on this machine share; it lives as long as anybody has a seat in it.</summary>
/// <param name="path">A folder of the cluster's name within the folder of all clusters.</param>
internal sealed class ClusterFolder(string path)
{
    private const string Removed = ".removed-";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The folder of all clusters of this user.</summary>
    public static string Clusters => System.IO.Path.Combine(StateFolder.OfThisUser(), "clusters");

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string ClusterId => System.IO.Path.GetFileName(Path);

    /// <summary>What silos on the embedded runtime share.</summary>
    public string Embedded => System.IO.Path.Combine(Path, "embedded");

    /// <summary>The membership table of silos on Orleans.</summary>
    public string Members => System.IO.Path.Combine(Path, "members.json");

    /// <summary>The state of grains on Orleans.</summary>
    public string GrainState => System.IO.Path.Combine(Path, "state");

    /// <summary>Whether anybody has a seat.</summary>
    public bool IsInUse => Seats().Any();

    /// <summary>Held for as long as the folder is changed as a whole.</summary>
    private string Door => System.IO.Path.Combine(Path, "door");

    private string SeatFolder => System.IO.Path.Combine(Path, "seats");

    public static ClusterFolder Of(string clusterId) => new(System.IO.Path.Combine(Clusters, clusterId));

    /// <summary>The folders that are in use; those that nobody uses any more are removed.</summary>
    /// <param name="clusters">The folder of all clusters.</param>
    public static IReadOnlyList<ClusterFolder> All(string clusters)
    {
        if (!Directory.Exists(clusters))
        {
            return [];
        }

        var folders = Directory.EnumerateDirectories(clusters).Order(StringComparer.Ordinal).Select(folder => new ClusterFolder(folder)).ToList();
        folders.ForEach(folder => folder.RemoveUnlessUsed());
        return [.. folders.Where(folder => folder.IsInUse)];
    }

    /// <summary>Takes a seat for this process; the folder is there from then on until the last seat is given up.</summary>
    /// <exception cref="IOException">The folder is not safe to use, or file locks do not work there.</exception>
    public ClusterSeat TakeSeat(SeatKind kind)
    {
        while (true)
        {
            using var door = Open();
            if (door is null)
            {
                continue;
            }

            ClearSeats();
            var seat = ClusterSeat.NewName(kind);
            var held = FileLock.TryTake(FileOf(seat)) ?? throw new IOException($"'{FileOf(seat)}' was taken by another process.");
            if (Holds(seat))
            {
                return new ClusterSeat(this, seat, held);
            }

            held.Dispose();
            throw new IOException(
                $"Files in '{Path}' cannot be locked: the file system lacks it, or DOTNET_SYSTEM_IO_DISABLEFILELOCKING is set. Name another folder in " +
                    "XDG_STATE_HOME.");
        }
    }

    /// <summary>Changes what the folder holds while nobody enters, changes or removes it; false where nobody uses it.</summary>
    public bool Change(Action change)
    {
        try
        {
            while (true)
            {
                using var door = FileLock.Take(Door, Patience);
                if (!door.IsOn(Door))
                {
                    continue;
                }

                if (!IsInUse)
                {
                    return false;
                }

                change();
                return true;
            }
        }
        catch (IOException exception) when (IsGone(exception))
        {
            return false;
        }
    }

    /// <summary>The seats that a living process holds.</summary>
    public IEnumerable<string> Seats() =>
        Directory.Exists(SeatFolder) ? Directory.EnumerateFiles(SeatFolder).Select(file => System.IO.Path.GetFileName(file)).Where(Holds) : [];

    /// <summary>Whether the process that took this seat lives.</summary>
    public bool Holds(string seat) => FileLock.IsHeld(FileOf(seat));

    /// <summary>Ends the process that holds a seat, unless that is this one, and returns when it is certainly gone.</summary>
    /// <exception cref="IOException">It could not be ended.</exception>
    public async Task EvictAsync(string seat)
    {
        if (!Holds(seat) || ClusterSeat.ProcessOf(seat) is not { } holder || holder == Environment.ProcessId)
        {
            return;
        }

        try
        {
            using var process = Process.GetProcessById(holder);
            // Still held: the id belongs to the holder, not to a process that came after it.
            if (Holds(seat))
            {
                process.Kill();
            }
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself, or must not be ended by this user; the lock tells which.
        }

        (await FileLock.TakeAsync(FileOf(seat), Patience)).Dispose();
    }

    /// <summary>Removes a seat that is held no more, and the folder with the last one.</summary>
    public void Leave(string seat)
    {
        try
        {
            File.Delete(FileOf(seat));
            RemoveUnlessUsed();
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody has deleted the folder already.
        }
    }

    /// <summary>Removes the folder, unless somebody has a seat in it.</summary>
    public void RemoveUnlessUsed()
    {
        try
        {
            using var door = FileLock.TryTake(Door);
            if (door is null || !door.IsOn(Door) || IsInUse)
            {
                return;
            }

            // Out of the way first, so that nobody enters a folder that is half gone.
            var removed = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, $"{Removed}{Guid.NewGuid():N}");
            Directory.Move(Path, removed);
            Delete(removed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process removes it in this moment, or will find it unused as well.
        }
    }

    /// <summary>One that was entering when the folder was moved may still make a file in it.</summary>
    private static void Delete(string folder)
    {
        const int Attempts = 10;
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Again, with that file.
            }
        }
    }

    /// <summary>Opens the door to a folder that is there; null where it was removed in that moment.</summary>
    private FileLock? Open()
    {
        var clusters = System.IO.Path.GetDirectoryName(Path)!; // A cluster's folder lies in that of all clusters.
        StateFolder.Open(System.IO.Path.GetDirectoryName(clusters)!); // And that in the user's.
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (IOException) when (!File.Exists(Path))
        {
            return null;
        }

        try
        {
            var door = FileLock.Take(Door, Patience);
            if (door.IsOn(Door))
            {
                return door;
            }

            door.Dispose();
            return null;
        }
        catch (IOException exception) when (IsGone(exception))
        {
            return null;
        }
    }

    /// <summary>Removes the seats of processes that ended without giving them up; the door must be held.</summary>
    private void ClearSeats()
    {
        foreach (var seat in Directory.CreateDirectory(SeatFolder).EnumerateFiles().Where(file => !Holds(file.Name)))
        {
            seat.Delete();
        }
    }

    /// <remarks>For a file that was to be made in a folder that is removed in this moment, the system names the file.</remarks>
    private static bool IsGone(IOException exception) => exception is DirectoryNotFoundException or FileNotFoundException;

    private string FileOf(string seat) => System.IO.Path.Combine(SeatFolder, seat);
}
