using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Doctor;

/// <summary>What the observer costs.</summary>
internal sealed class RecordingProbe(Func<CancellationToken, RecordingCost> measure) : IProbe
{
    private const string Subject = "recording";

    // A hundredth of an operation of 50 µs.
    private const double CheapNanoseconds = 500;

    public async Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var cost = await Task.Run(() => measure(cancellation), cancellation);
        var found = string.Create(CultureInfo.InvariantCulture, $"{cost.Median:0} {cost.Unit} an operation, its timestamps included");
        return cost.Median <= CheapNanoseconds
            ? Diagnosis.Ok(Subject, found)
            : Diagnosis.Warn(Subject, found, "Operations shorter than a hundred times this are measured with their recording: build Release, and see 'clock'.");
    }
}
