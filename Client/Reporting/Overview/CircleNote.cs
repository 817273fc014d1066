using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>A deadlock of one variant: who waited for whom, on which models it was found, and how soon.</summary>
/// <param name="Circle">The first one that was found.</param>
internal sealed record CircleNote(string Variant, IReadOnlyList<string> Models, WaitCircle Circle, double Soonest, double Latest)
{
    /// <summary>A longer circle is told by how it begins and how it ends.</summary>
    private const int MostTold = 6;

    private const int ToldAtBeginning = 2;

    public string Sentence => $"Deadlock on {ModelList.Of(Models)}: {Waits}. Found by {FoundBy} {Time}.";

    /// <summary>Who waits for whom, in words.</summary>
    public string Waits
    {
        get
        {
            var waits = Circle.Waits.Select(wait => $"{wait.Unit} waits for {wait.Awaited} of {wait.HeldBy}").ToList();
            return waits.Count <= MostTold
                ? string.Join(", ", waits)
                : $"{string.Join(", ", waits.Take(ToldAtBeginning))}, and so on, until {waits[^1]}: {waits.Count} in all";
        }
    }

    private string FoundBy => Circle.FoundBy == "watchdog" ? "a watchdog" : $"the caller's {Circle.FoundBy}";

    private string Time => Quantity.Format(Soonest, "s") is var soonest && Quantity.Format(Latest, "s") is var latest && soonest == latest
        ? $"after {soonest}"
        : $"after {Quantity.Format(Soonest, "s")} to {Quantity.Format(Latest, "s")}";

    /// <summary>One for each variant of a scenario in which a circle was found.</summary>
    public static IEnumerable<CircleNote> Of(Run run, string scenario) =>
        from trial in run.Trials
        where trial.Scenario == scenario && trial.Circle is not null
        group trial by trial.Variant into found
        let times = found.Select(trial => trial.Circle!.TimeToFind).ToList() // Asked before.
        let models = found.Select(trial => trial.Model).Distinct().OrderBy(ModelColours.Position).ToList()
        select new CircleNote(found.Key, models, found.First().Circle!, times.Min(), times.Max());
}
