using System.Globalization;

namespace Interleave.Client.Measuring.Machine;

/// <summary>How many threads the strictest of the system's limits allows, and which limit that is.</summary>
/// <param name="Threads">Null where no limit is known.</param>
internal sealed record ThreadLimit(string Source, double? Threads)
{
    // Each thread's stack and its guard are two mappings.
    private const int MappingsPerThread = 2;

    public static ThreadLimit Read(MachineFiles files)
    {
        (string Source, double? Limit)[] limits =
        [
            ("ulimit -u", new ProcessLimits(files).Of("Max processes")),
            ("kernel.threads-max", Number("proc/sys/kernel/threads-max")),
            ("kernel.pid_max", Number("proc/sys/kernel/pid_max")),
            ("vm.max_map_count", Number("proc/sys/vm/max_map_count") / MappingsPerThread),
            ("the container's pids.max", new ControlGroup(files).Tasks),
        ];
        var (source, limit) = limits.MinBy(candidate => candidate.Limit ?? double.PositiveInfinity);
        return new ThreadLimit(source, limit);

        double? Number(string path) => double.TryParse(files.Read(path), CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
