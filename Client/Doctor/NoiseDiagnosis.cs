using System.Globalization;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Doctor;

/// <summary>Whether anything else runs on this machine just now.</summary>
internal sealed class NoiseDiagnosis(Func<NoiseSample> sample) : IProbe
{
    private const string Subject = "noise";
    private const int Samples = 12;

    // A third of the samples disturbed: no run will have enough quiet rounds.
    private const int Many = Samples / 3;

    public async Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var samples = await Task.Run(() => Enumerable.Range(0, Samples).Select(_ => sample()).ToArray(), cancellation);
        var rounds = Noise.Judge(samples);
        var disturbed = rounds.Count(round => round.Disturbed);
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"{disturbed} of {Samples} samples disturbed; slowest {rounds.Max(round => round.Slowdown):0 %} above fastest, cores taken away " +
                $"{samples.Average(one => one.Waited):0 %} of the time");
        const string Advice = "Something else uses the processor: end it, or take more rounds; disturbed rounds are marked.";
        return disturbed switch
        {
            0 => Diagnosis.Ok(Subject, found),
            < Many => Diagnosis.Warn(Subject, found, Advice),
            _ => Diagnosis.Bad(Subject, found, Advice),
        };
    }
}
