using System.Diagnostics;
using Interleave.Client.Measuring.Machine;
using Interleave.Silo.Usage;

namespace Interleave.Client.Workers;

/// <summary>The coordinator's eyes on the trials of one worker: its processes, the I/O server, and whatever else the machine does.</summary>
internal sealed class TrialWatch(RunProcesses run, int ioServer) : IDisposable
{
    /// <summary>Short trials are looked at early, long ones rarely.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    private FamilyWatch? _family;
    private ManualResetEventSlim? _end;
    private Thread? _thread;
    private long _began;
    private MachineTime? _machine;
    private IReadOnlyDictionary<int, TimeSpan> _ours = new Dictionary<int, TimeSpan>();

    /// <summary>What disturbed the trial that ended last; null where it could not be told.</summary>
    public Interference? Interference { get; private set; }

    private FamilyWatch Family => _family ?? throw new InvalidOperationException("The worker is not born yet.");

    /// <summary>Notes what the worker's processes hold at their birth.</summary>
    /// <param name="silos">Null for each that is not known.</param>
    public void Meet(int worker, IReadOnlyList<int?> silos)
    {
        _family = new FamilyWatch(worker, [.. silos.OfType<int>()], hasMore: silos.Contains(null));
        run.Add(_family.Processes);
    }

    /// <param name="atRest">Child processes of the worker that take no part in the trial.</param>
    public void Begin(IReadOnlyList<int> atRest)
    {
        Family.Begin(atRest);
        _end = new ManualResetEventSlim(false, spinCount: 0);
        _thread = new Thread(() => Look(_end)) { Name = "trial watch", IsBackground = true };
        _thread.Start();
        Interference = null;
        _ours = run.CpuTimes();
        _machine = MachineTime.Read();
        _began = Stopwatch.GetTimestamp();
    }

    public Sighting End()
    {
        var elapsed = Stopwatch.GetElapsedTime(_began);
        var machine = MachineTime.Read();
        var server = Libc.CpuTime(ioServer) - (_ours.TryGetValue(ioServer, out var before) ? before : null);
        Rest();
        var sighting = Family.End() with { IoServerCpuTime = server };
        run.Add(Family.Processes);
        if (_machine is { } start && machine is { } end)
        {
            Interference = Measuring.Machine.Interference.Between(start, end, elapsed, Ours());
        }

        return sighting;
    }

    /// <summary>Stops looking, whatever became of the trial.</summary>
    public void Rest()
    {
        _end?.Set();
        _thread?.Join();
        _end?.Dispose();
        (_end, _thread) = (null, null);
    }

    /// <summary>The worker's processes are gone.</summary>
    public void Dispose()
    {
        Rest();
        if (_family is not null)
        {
            run.Remove(_family.Processes);
        }
    }

    private TimeSpan Ours() => run.CpuTimes().Aggregate(
        TimeSpan.Zero, (sum, process) => sum + process.Value - (_ours.TryGetValue(process.Key, out var before) ? before : TimeSpan.Zero));

    private void Look(ManualResetEventSlim end)
    {
        for (var pause = FirstPause; !end.Wait(pause, CancellationToken.None); pause = pause < LongestPause ? pause * 2 : LongestPause)
        {
            Family.Look();
        }
    }
}
