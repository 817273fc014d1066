namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Two waits take every asynchronous model about as long as they take threads.</summary>
internal sealed class TwoWaitsTakeTheSame : IClaimRule
{
    public string Claim => "001-io-two";

    public Ruling Judge(Evidence evidence)
    {
        var place = evidence.At("io", "two");
        return Ruling.All(place.With("tasks", "loop").Select(model => place.Ratio("time", model, "threads").Within(0.9, 1.1)));
    }
}
