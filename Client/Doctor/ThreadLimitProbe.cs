using System.Globalization;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Doctor;

/// <summary>How many threads the strictest of the system's limits allows.</summary>
internal sealed class ThreadLimitProbe(MachineFiles files) : IProbe
{
    private const string Subject = "threads";

    // Ten thousand units, and the runtime's own.
    private const double Comfortable = 12_000;
    private const double Least = 1_000;

    public Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var (source, limit) = ThreadLimit.Read(files);
        var found = string.Create(CultureInfo.InvariantCulture, $"at most {limit:#,0}, by {source}");
        return Task.FromResult(limit switch
        {
            null => Diagnosis.Ok(Subject, "no limit known"),
            >= Comfortable => Diagnosis.Ok(Subject, found),
            >= Least => Diagnosis.Warn(Subject, found, $"Ten thousand threads will not start: raise {source}."),
            _ => Diagnosis.Bad(Subject, found, $"Some hundred threads will not start: raise {source}."),
        });
    }
}
