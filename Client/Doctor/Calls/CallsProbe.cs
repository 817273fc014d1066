using System.Globalization;

namespace Interleave.Client.Doctor.Calls;

/// <summary>What calling grains costs on the runtime that this program was built with.</summary>
/// <param name="counted">What is counted, in the singular, such as <c>call</c>.</param>
/// <param name="memory">What the bytes are, such as <c>allocated</c>.</param>
/// <param name="conditions">What it was measured with, so that it can be repeated.</param>
internal sealed class CallsProbe(string subject, string counted, string memory, string conditions, Func<CancellationToken, Task<CallFigures>> measure) : IProbe
{
    public async Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var figures = await measure(cancellation);
        return Diagnosis.Ok(subject, string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.PerSecond:N0} {counted}s/s; one takes {figures.ProcessorNanoseconds / 1_000:0.00} µs of a processor, {figures.Bytes:N0} By {memory} " +
                $"({conditions})"));
    }
}
