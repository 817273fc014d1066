using System.Diagnostics;
using System.Text.Json;
using Interleave.Embedded.Network;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Membership;

/// <summary>Keeps the table of members true, and tells this silo of each of its versions that it finds.</summary>
/// <remarks>
/// A silo is removed when its seat is no longer locked, which is to say that its process is certainly gone. One that runs no more but is there (stopped,
/// or hung as a whole) is killed first. All of it happens on one thread of its own, so that a starved thread pool does not look like death.
/// </remarks>
internal sealed class MembershipWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AlertPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Alert = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Unreadable = TimeSpan.FromSeconds(5);

    private readonly ClusterFolder _folder;
    private readonly ClusterMember _self;
    private readonly SiloSeat _seat;
    private readonly Action<MemberTable> _changed;
    private readonly Action<string> _end;
    private readonly FrozenSilos _frozen;
    private readonly AutoResetEvent _hint = new(false);
    private readonly Thread _thread;
    private volatile Wish? _wish;
    private MemberTable _seen = MemberTable.Empty;
    private long _alertUntil;
    private volatile bool _ended;

    /// <param name="folder">Where the table is.</param>
    /// <param name="self">How this silo is listed.</param>
    /// <param name="seat">Held by this silo.</param>
    /// <param name="changed">Takes each version of the table that is found.</param>
    /// <param name="end">This silo must not go on, for this reason.</param>
    /// <param name="log">Is told who is killed.</param>
    /// <param name="time">Says how old a file is.</param>
    public MembershipWatch(
        ClusterFolder folder, ClusterMember self, SiloSeat seat, Action<MemberTable> changed, Action<string> end, SiloLog log, TimeProvider time)
    {
        (_folder, _self, _seat, _changed, _end, _frozen) = (folder, self, seat, changed, end, new FrozenSilos(folder, self.Seat, log, time));
        _thread = new Thread(Watch) { IsBackground = true, Name = "membership" };
        _thread.UnsafeStart();
    }

    /// <summary>Something may have happened to a silo: it is looked after at once.</summary>
    public void Hint()
    {
        Volatile.Write(ref _alertUntil, Stopwatch.GetTimestamp() + (long)(Alert.TotalSeconds * Stopwatch.Frequency));
        _hint.Set();
    }

    /// <summary>Has this silo listed in another way, or no more; done when that can be read in the table.</summary>
    public Task ListAsync(ClusterMember? asWhat, CancellationToken cancellationToken)
    {
        var wish = new Wish(asWhat);
        _wish = wish;
        Hint();
        return wish.Fulfilled.Task.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _ended = true;
        _hint.Set();
    }

    private void Watch()
    {
        var failingSince = 0L;
        while (!_ended)
        {
            try
            {
                Look();
                failingSince = 0;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
            {
                // Without a descriptor, nothing is known of the folder; as long as this silo holds its seat, nobody takes its place.
                failingSince = FileDescriptors.AreUsedUp(fault) ? 0 : failingSince == 0 ? Stopwatch.GetTimestamp() : failingSince;
                if (failingSince != 0 && Stopwatch.GetElapsedTime(failingSince) > Unreadable)
                {
                    End($"the cluster's folder cannot be used: {fault.Message}");
                }
            }

            _hint.WaitOne(Stopwatch.GetTimestamp() < Volatile.Read(ref _alertUntil) ? AlertPause : Pause);
        }
    }

    private void Look()
    {
        if (!_seat.IsThere)
        {
            End("the cluster's folder was deleted or replaced");
            return;
        }

        _seat.Mark();
        if (_frozen.End())
        {
            Hint();
        }

        var table = _folder.Read();
        if (!table.HasSameMembers(Amended(table)))
        {
            table = Amend() ?? table;
        }

        if (_ended)
        {
            return;
        }

        if (table.Version < _seen.Version)
        {
            End("the cluster's folder was deleted or replaced");
        }
        else if (_wish?.AsWhat is not null && _seen.Find(_self.Silo) is not null && table.Find(_self.Silo) is null)
        {
            End("the other silos declared it dead");
        }
        else if (table.Version > _seen.Version)
        {
            _seen = table;
            _changed(table);
        }

        if (_wish is { } wish && _seen.Find(_self.Silo) == wish.AsWhat)
        {
            wish.Fulfilled.TrySetResult();
        }
    }

    private void End(string reason)
    {
        _ended = true;
        _end(reason);
    }

    /// <summary>The members that live, this one as it wishes to be listed.</summary>
    private List<ClusterMember> Amended(MemberTable table)
    {
        var members = table.Members.Where(member => member.Silo != _self.Silo && _folder.IsHeld(member.Seat)).ToList();
        var at = table.Find(_self.Silo) is null ? members.Count : table.Members.TakeWhile(member => member.Silo != _self.Silo).Count(members.Contains);
        if (_wish?.AsWhat is { } self)
        {
            members.Insert(at, self);
        }

        return members;
    }

    /// <summary>Changes the table, unless another silo does so in this moment.</summary>
    private MemberTable? Amend()
    {
        using var locked = _folder.TryLockTable();
        if (locked is null)
        {
            Hint();
            return null;
        }

        var table = _folder.Read();
        var members = Amended(table);
        if (table.HasSameMembers(members))
        {
            return table;
        }

        foreach (var gone in table.Members.Where(member => member.Silo != _self.Silo && !members.Contains(member)))
        {
            _folder.Clear(gone.Seat);
        }

        table = new MemberTable(table.Version + 1, members);
        _folder.Write(table);
        return table;
    }

    /// <summary>How this silo wants to be listed.</summary>
    private sealed record Wish(ClusterMember? AsWhat)
    {
        public TaskCompletionSource Fulfilled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
