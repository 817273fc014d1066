using System.Globalization;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Doctor;

/// <summary>Whether enough sockets can be open at once.</summary>
internal sealed class OpenFilesProbe(ProcessLimits limits) : IProbe
{
    private const string Subject = "file descriptors";

    // Ten thousand sessions, and what else is open.
    private const double Comfortable = 12_000;
    private const double Least = 1_024;

    public Task<Diagnosis> ExamineAsync(CancellationToken cancellation) => Task.FromResult(limits.Of("Max open files") switch
    {
        null => Diagnosis.Ok(Subject, "no limit known"),
        >= Comfortable and var limit => Diagnosis.Ok(Subject, Format(limit)),
        >= Least and var limit => Diagnosis.Warn(Subject, Format(limit), "Ten thousand connections at once need more: ulimit -n 16384, before starting."),
        var limit => Diagnosis.Bad(Subject, Format(limit), "A few hundred connections use them up: ulimit -n 16384, before starting."),
    });

    private static string Format(double? limit) => string.Create(CultureInfo.InvariantCulture, $"at most {limit:#,0} open in a process");
}
