using System.Globalization;
using Interleave.Silo.Usage;

namespace Interleave.Client.Measuring.Machine;

/// <summary>What Linux tells of a process in <c>/proc</c>; see proc(5).</summary>
internal sealed class LinuxProcess(int id) : IProcessView
{
    private readonly string _folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}");
    private bool _forgetsPeaks;

    public int Id => id;

    public void ForgetPeak()
    {
        try
        {
            File.WriteAllText($"{_folder}/clear_refs", "5");
            _forgetsPeaks = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _forgetsPeaks = false; // Not permitted: the looks in between must do.
        }
    }

    public ProcessState? Look()
    {
        if (Lines($"{_folder}/status") is not { } lines || Number(lines, "VmRSS:") is not { } resident)
        {
            return null;
        }

        var peak = _forgetsPeaks ? Number(lines, "VmHWM:") : null;
        return new ProcessState(resident * 1024, (peak ?? resident) * 1024, (int)(Number(lines, "Threads:") ?? 0));
    }

    public long? ProportionalMemory() => Lines($"{_folder}/smaps_rollup") is { } lines ? Number(lines, "Pss:") * 1024 : null;

    public IEnumerable<(int Thread, TimeSpan CpuTime)>? ThreadTimes() => Threads("schedstat").Select(thread =>
        (thread.Id, TimeSpan.FromTicks(Parse(thread.Lines[0].Split(' ')[0]) / TimeSpan.NanosecondsPerTick)));

    /// <summary>What the threads that live have counted; of a process with other threads that have ended, less than all.</summary>
    public ProcessCounters Counters()
    {
        var (voluntary, involuntary) = (0L, 0L);
        foreach (var (_, lines) in Threads("status"))
        {
            voluntary += Number(lines, "voluntary_ctxt_switches:") ?? 0;
            involuntary += Number(lines, "nonvoluntary_ctxt_switches:") ?? 0;
        }

        return Libc.CpuTime(id) is { } cpu
            ? ProcessCounters.Unknown with { CpuTime = cpu, VoluntarySwitches = voluntary, InvoluntarySwitches = involuntary }
            : ProcessCounters.Unknown;
    }

    private IEnumerable<(int Id, string[] Lines)> Threads(string file)
    {
        foreach (var thread in Folders($"{_folder}/task"))
        {
            // A thread may end while it is read.
            if (Lines($"{thread}/{file}") is { Length: > 0 } lines)
            {
                yield return ((int)Parse(Path.GetFileName(thread)), lines);
            }
        }
    }

    private static string[] Folders(string path)
    {
        try
        {
            return Directory.GetDirectories(path);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static string[]? Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long? Number(string[] lines, string name)
    {
        var line = Array.Find(lines, line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? null : Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim());
    }

    private static long Parse(string number) => long.Parse(number, CultureInfo.InvariantCulture);
}
