using System.ComponentModel;
using System.Diagnostics;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Membership;

/// <summary>Kills silos that are there and do not run; one whose process is gone needs no more.</summary>
/// <param name="folder">Where their seats are, which each of them marks again and again.</param>
/// <param name="ownSeat">That of this silo.</param>
/// <param name="log">Is told whom it kills.</param>
/// <param name="time">Says how old a mark is.</param>
internal sealed class FrozenSilos(ClusterFolder folder, string ownSeat, SiloLog log, TimeProvider time)
{
    /// <summary>For how long a silo may give no sign until the others end it.</summary>
    public static readonly TimeSpan FrozenAfter = TimeSpan.FromSeconds(3);

    /// <summary>A silo that did not look for so long was itself not running, and cannot tell who else was not.</summary>
    private static readonly TimeSpan OwnAbsence = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (DateTime Mark, long Since)> _marks = [];
    private long _looked = Stopwatch.GetTimestamp();

    /// <summary>Looks at all seats; tells whether it killed a silo.</summary>
    public bool End()
    {
        var now = Stopwatch.GetTimestamp();
        if (Stopwatch.GetElapsedTime(_looked, now) > OwnAbsence)
        {
            _marks.Clear();
        }

        _looked = now;
        var killed = false;
        foreach (var seat in folder.Seats().Where(seat => seat != ownSeat))
        {
            var mark = File.GetLastWriteTimeUtc(folder.FileOf(seat));
            if (!_marks.TryGetValue(seat, out var seen) || seen.Mark != mark)
            {
                _marks[seat] = (mark, now);
            }
            else if (Stopwatch.GetElapsedTime(seen.Since, now) > FrozenAfter)
            {
                killed |= folder.IsHeld(seat) ? Kill(seat) : Clear(seat, mark);
            }
        }

        return killed;
    }

    private bool Clear(string seat, DateTime mark)
    {
        if (time.GetUtcNow().UtcDateTime - mark > Abandoned && folder.TryLockTable() is { } locked)
        {
            using (locked)
            {
                folder.Clear(seat);
            }
        }

        return false;
    }

    private bool Kill(string seat)
    {
        if (SiloSeat.ProcessOf(seat) is not { } id || id == Environment.ProcessId)
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            // Still held: the id is that of the holder, not of a process that came after it.
            if (folder.IsHeld(seat))
            {
                log.EndsFrozen(id, FrozenAfter.TotalSeconds);
                process.Kill();
                return true;
            }
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself, or it is not for this user to end it; its seat will tell.
        }

        return false;
    }
}
