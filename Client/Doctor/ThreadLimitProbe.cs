using System.Globalization;

namespace Interleave.Client.Doctor;

/// <summary>How many threads the strictest of the system's limits allows.</summary>
internal sealed class ThreadLimitProbe(MachineFiles files, ProcessLimits limits, ControlGroup group) : IProbe
{
    private const string Subject = "threads";

    // Ten thousand units, and the runtime's own.
    private const double Comfortable = 12_000;
    private const double Least = 1_000;

    // Each thread's stack and its guard are two mappings.
    private const int MappingsPerThread = 2;

    public Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var (source, limit) = new (string Source, double? Limit)[]
            {
                ("ulimit -u", limits.Of("Max processes")),
                ("kernel.threads-max", Number("proc/sys/kernel/threads-max")),
                ("kernel.pid_max", Number("proc/sys/kernel/pid_max")),
                ("vm.max_map_count", Number("proc/sys/vm/max_map_count") / MappingsPerThread),
                ("the container's pids.max", group.Tasks),
            }
            .MinBy(candidate => candidate.Limit ?? double.PositiveInfinity);
        var found = string.Create(CultureInfo.InvariantCulture, $"at most {limit:#,0}, by {source}");
        return Task.FromResult(limit switch
        {
            null => Diagnosis.Ok(Subject, "no limit known"),
            >= Comfortable => Diagnosis.Ok(Subject, found),
            >= Least => Diagnosis.Warn(Subject, found, $"Ten thousand threads will not start: raise {source}."),
            _ => Diagnosis.Bad(Subject, found, $"Some hundred threads will not start: raise {source}."),
        });
    }

    private double? Number(string path) => double.TryParse(files.Read(path), CultureInfo.InvariantCulture, out var number) ? number : null;
}
