using System.Globalization;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Doctor;

/// <summary>How long a wait takes that was asked to take ten milliseconds.</summary>
internal sealed class TimerProbe(string name, TimeProvider time, Func<TimeSpan, CancellationToken, Task> wait) : IProbe
{
    private const int Waits = 20;
    private const double TolerableMilliseconds = 1;

    private static readonly TimeSpan Asked = TimeSpan.FromMilliseconds(10);

    public async Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var milliseconds = new double[Waits];
        for (var index = 0; index < Waits; index++)
        {
            var start = time.GetTimestamp();
            await wait(Asked, cancellation);
            milliseconds[index] = time.GetElapsedTime(start).TotalMilliseconds;
        }

        var median = milliseconds.Median();
        var subject = $"timer: {name}";
        var found = string.Create(CultureInfo.InvariantCulture, $"asked 10 ms, got {median:0.0} ms (longest {milliseconds.Max():0.0} ms)");
        return Math.Abs(median - Asked.TotalMilliseconds) <= TolerableMilliseconds
            ? Diagnosis.Ok(subject, found)
            : Diagnosis.Warn(
                subject, found, "Waits that only this timer ends are longer by so much; due times here come from a clock of their own (see pacer).");
    }
}
