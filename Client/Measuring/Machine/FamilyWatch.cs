using System.Diagnostics;

namespace Interleave.Client.Measuring.Machine;

/// <summary>Watches the processes of one worker from outside, so that looking costs them nothing.</summary>
/// <remarks>
/// What they held when this was made, at their birth, is the floor: what a trial leaves behind counts in the next one too. Processes that the worker
/// starts later count from zero.
/// </remarks>
internal sealed class FamilyWatch
{
    /// <summary>Answering an order and reading a clock is not work.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(0.2);

    /// <summary>Looking at every thread takes some 10 µs each: all that it takes must stay a small part of the time between two looks.</summary>
    private const int CostlyRest = 100;

    private readonly bool _hasMore;
    private readonly IReadOnlyList<IProcessView> _members;
    private readonly ProcessTree _tree;
    private readonly long _floorMemory;
    private readonly int _floorThreads;
    private readonly long? _floorProportional;
    private readonly Dictionary<(int Process, int Thread), (TimeSpan Start, TimeSpan Last)> _threadTimes = [];

    private IReadOnlyList<int> _atRest = [];
    private IReadOnlyList<IProcessView> _children = [];
    private long _peakMemory;
    private long _peakChildMemory;
    private long? _peakProportional;
    private int _peakThreads;
    private long _costlyDue;
    private bool _sawThreadTimes;
    private bool _sawAll;

    /// <param name="worker">The worker's process.</param>
    /// <param name="silos">The silo processes that carry its grains.</param>
    /// <param name="hasMore">Whether there are silos whose process is not known: what all of them hold is then not known either.</param>
    public FamilyWatch(int worker, IReadOnlyList<int> silos, bool hasMore)
    {
        _hasMore = hasMore;
        _members = [.. silos.Prepend(worker).Select(View)];
        _tree = new ProcessTree(worker);
        var states = States(_members);
        _floorMemory = states.Sum(state => state.ResidentMemory);
        _floorThreads = states.Sum(state => state.Threads);
        _floorProportional = Proportional(_members);
    }

    /// <summary>The processes that live or lived in the trial under way.</summary>
    public IEnumerable<int> Processes => _members.Concat(_children).Select(member => member.Id);

    /// <param name="atRest">Processes that the worker started for other trials, and that take no part in this one.</param>
    public void Begin(params IReadOnlyList<int> atRest)
    {
        _atRest = atRest;
        (_peakMemory, _peakChildMemory, _peakThreads, _peakProportional) = (0, 0, 0, null);
        _threadTimes.Clear();
        _sawAll = !_hasMore;
        foreach (var member in _members)
        {
            member.ForgetPeak();
        }

        LookClosely(start: true);
    }

    /// <summary>A look while the trial runs; called again and again, it looks at every thread only now and then.</summary>
    public void Look()
    {
        if (Stopwatch.GetTimestamp() >= _costlyDue)
        {
            LookClosely(start: false);
        }
        else
        {
            LookAtPeaks();
        }
    }

    public Sighting End()
    {
        LookClosely(start: false);
        return !_sawAll ? Sighting.None : new Sighting(
            Math.Max(0, _peakMemory + _peakChildMemory - _floorMemory),
            _peakProportional is { } proportional ? Math.Max(0, proportional - (_floorProportional ?? 0)) : null,
            Math.Max(0, _peakThreads - _floorThreads),
            _sawThreadTimes ? _threadTimes.Values.Count(time => time.Last - time.Start >= Busy) : null,
            IoServerCpuTime: null);
    }

    private void LookClosely(bool start)
    {
        var begun = Stopwatch.GetTimestamp();
        _children = [.. _tree.Descendants().Except(_members.Select(member => member.Id)).Except(_atRest).Select(View)];
        LookAtPeaks();
        foreach (var process in _members.Concat(_children))
        {
            if (process.ThreadTimes() is { } times)
            {
                _sawThreadTimes = true;
                LookAtThreads(process.Id, times, start);
            }
        }

        if (!start && _members.Count + _children.Count > 1 && Proportional(_members.Concat(_children)) is { } proportional)
        {
            _peakProportional = Math.Max(_peakProportional ?? 0, proportional);
        }

        var end = Stopwatch.GetTimestamp();
        _costlyDue = end + (CostlyRest * (end - begun));
    }

    private void LookAtPeaks()
    {
        var members = States(_members);
        var children = States(_children);
        _sawAll &= members.Count == _members.Count;
        // Each peak of a member is kept by the system; their sum may be a little more than they ever held together.
        _peakMemory = Math.Max(_peakMemory, members.Sum(state => state.PeakResidentMemory));
        _peakChildMemory = Math.Max(_peakChildMemory, children.Sum(state => state.ResidentMemory));
        _peakThreads = Math.Max(_peakThreads, members.Concat(children).Sum(state => state.Threads));
    }

    private void LookAtThreads(int process, IEnumerable<(int Thread, TimeSpan CpuTime)> times, bool start)
    {
        foreach (var (thread, time) in times)
        {
            // A thread not seen before has begun since: all of its time counts.
            var from = start ? time : _threadTimes.TryGetValue((process, thread), out var known) ? known.Start : TimeSpan.Zero;
            _threadTimes[(process, thread)] = (from, time);
        }
    }

    private static List<ProcessState> States(IReadOnlyList<IProcessView> processes) =>
        [.. processes.Select(process => process.Look()).OfType<ProcessState>()];

    private static long? Proportional(IEnumerable<IProcessView> processes) =>
        processes.Select(process => process.ProportionalMemory()).OfType<long>().ToList() is { Count: > 0 } known ? known.Sum() : null;

    private static IProcessView View(int process) => OperatingSystem.IsLinux() ? new LinuxProcess(process) : new PortableProcess(process);
}
