using Interleave.Client.Records;

namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Blocking models compute clearly faster than every asynchronous one, and the loop is slowest.</summary>
internal sealed class ThreadsLeadInComputing : IClaimRule
{
    private static readonly string[] Blocking = ["threads", "pool", "processes"];

    public string Claim => "001-compute";

    public Ruling Judge(Evidence evidence)
    {
        var place = evidence.At("cpu", "all cores");
        var leader = place.Models.Where(Blocking.Contains)
            .Select(model => (Model: model, SpeedUp: place.Figure("speed-up", model)))
            .Where(candidate => candidate.SpeedUp.Missing is null)
            .OrderByDescending(candidate => candidate.SpeedUp.Estimate.Median)
            .Select(candidate => candidate.Model)
            .FirstOrDefault("threads");
        return Ruling.All(
            place.Models.Where(model => model is "tasks" or "grains").Select(rival => Leads(place.Ratio("speed-up", leader, rival)))
                .Append(Leads(place.Ratio("speed-up", leader, "loop")))
                .Concat(place.Models.Except([leader, "loop", "gil"]).Select(other => place.Ratio("speed-up", "loop", other).Below(1))));
    }

    /// <summary>A lead that nobody would choose by is none.</summary>
    private static Ruling Leads(Figure ratio)
    {
        var ruling = ratio.Above(1);
        return ruling.Finding != Finding.NotTested && ratio.Estimate.High <= 1 + Verdicts.Negligible ? ruling with { Finding = Finding.Refuted } : ruling;
    }
}
