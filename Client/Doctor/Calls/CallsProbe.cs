using System.Globalization;

namespace Interleave.Client.Doctor.Calls;

/// <summary>What calling grains costs on the runtime that this program was built with.</summary>
/// <param name="unit">What is counted, such as <c>calls/s</c>.</param>
/// <param name="memory">What the bytes are, such as <c>allocated for a call</c>.</param>
/// <param name="how">The conditions, for whoever repeats it.</param>
internal sealed class CallsProbe(string subject, string unit, string memory, string how, Func<CancellationToken, Task<CallFigures>> measure) : IProbe
{
    public async Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var figures = await measure(cancellation);
        var bytes = figures.Bytes is { } each ? string.Create(CultureInfo.InvariantCulture, $", {each:N0} By {memory}") : "";
        return Diagnosis.Ok(subject, string.Create(CultureInfo.InvariantCulture, $"{figures.PerSecond:N0} {unit}{bytes} ({how})"));
    }
}
