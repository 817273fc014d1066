using System.Globalization;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Doctor;

/// <summary>Whether the clock can tell microseconds apart, cheaply.</summary>
internal sealed class ClockProbe(MachineFiles files, Func<ClockReadings> take) : IProbe
{
    private const string Subject = "clock";

    private const double FineNanoseconds = 1_000;
    private const double CheapNanoseconds = 200;

    public Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var readings = take();
        var source = files.Read("sys/devices/system/clocksource/clocksource0/current_clocksource");
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"steps of {readings.Step:#,0} ns, {readings.Cost:#,0} ns a reading{(source is null ? "" : $", source {source}")}");
        return Task.FromResult((readings.Step, readings.Cost) switch
        {
            ( > FineNanoseconds, _) => Diagnosis.Bad(Subject, found, "Latencies of microseconds cannot be told apart: use a machine with a finer clock."),
            (_, > CheapNanoseconds) =>
                Diagnosis.Warn(Subject, found, "Every operation is timed twice: prefer a source that is read without a system call (tsc, kvm-clock)."),
            _ => Diagnosis.Ok(Subject, found),
        });
    }
}
