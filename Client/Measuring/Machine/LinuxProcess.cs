using System.Globalization;

namespace Interleave.Client.Measuring.Machine;

/// <summary>What Linux tells of a process in <c>/proc</c>; see proc(5).</summary>
internal sealed class LinuxProcess(int id)
{
    // The clock tick of /proc/PID/stat, which is 100 a second on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    private readonly string _folder = $"/proc/{id}";

    /// <summary>Makes the peak of resident memory start again from what is resident now.</summary>
    /// <returns>False where that is not permitted.</returns>
    public bool TryResetPeakMemory()
    {
        try
        {
            File.WriteAllText($"{_folder}/clear_refs", "5");
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Null when the process is gone.</summary>
    public LinuxStatus? Status()
    {
        var lines = Lines($"{_folder}/status");
        return lines is null
            ? null
            : new LinuxStatus(Number(lines, "VmRSS:") * 1024, Number(lines, "VmHWM:") * 1024, (int)Number(lines, "Threads:"));
    }

    /// <summary>Processor time of all its threads, ended ones included, in steps of 10 ms; null when the process is gone.</summary>
    public TimeSpan? CpuTime()
    {
        // The name stands in brackets and may hold anything; user and system time are the 14th and 15th field, counted with it.
        var fields = Lines($"{_folder}/stat")?[0].Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is null
            ? null
            : TimeSpan.FromSeconds((Parse(fields[11]) + Parse(fields[12])) / TicksPerSecond);
    }

    /// <summary>Context switches of each of its present threads.</summary>
    public IEnumerable<(int Thread, long Switches)> ContextSwitches()
    {
        foreach (var thread in Threads())
        {
            var lines = Lines($"{thread}/status");
            if (lines is not null)
            {
                yield return ((int)Parse(Path.GetFileName(thread)), Number(lines, "voluntary_ctxt_switches:") + Number(lines, "nonvoluntary_ctxt_switches:"));
            }
        }
    }

    private string[] Threads()
    {
        try
        {
            return Directory.GetDirectories($"{_folder}/task");
        }
        catch (IOException)
        {
            return [];
        }
    }

    // A process or thread may end while it is read.
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

    // Zero where a line is missing: a process that has ended but is not yet buried has no memory.
    private static long Number(string[] lines, string name)
    {
        var line = Array.Find(lines, line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim());
    }

    private static long Parse(string number) => long.Parse(number, CultureInfo.InvariantCulture);
}
