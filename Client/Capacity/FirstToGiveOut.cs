using System.Globalization;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Workloads;

namespace Interleave.Client.Capacity;

/// <summary>Tells from the figures of a trial that broke its goal what had come to its end.</summary>
/// <param name="goal">What was broken.</param>
/// <param name="cores">Those of this machine.</param>
/// <param name="busiestKey">How busy the most used key is at a rate, as a part of 1, with its name; null where there is none.</param>
internal sealed class FirstToGiveOut(Goal goal, int cores, Func<double, (double Busy, string Name)?> busiestKey)
{
    private const double Exhausted = 0.85;

    /// <summary>Waking a thread late is nothing that anybody would call the generator's fault, up to here.</summary>
    private const double TolerableLateness = 0.005;

    public GaveOut Of(Trial trial, Model model, double rate)
    {
        var figures = GoalJudge.FiguresOf(trial);
        var busy = figures.GetValueOrDefault(WorkMetrics.Cores.Name);
        var server = figures.GetValueOrDefault(CommonMetrics.IoServerCpuTime.Name) / Math.Max(1e-9, figures.GetValueOrDefault(CommonMetrics.Time.Name));
        var share = (busy + server) / cores + (trial.Noise ?? 0);
        if (Explains(figures, LoadMetrics.Lateness) && share < Exhausted)
        {
            return new(Say($"the generator, which woke {Late(figures, LoadMetrics.Lateness)} late"), OfHarness: true);
        }

        if (Explains(figures, WorkMetrics.ServerLateness) && server > busy)
        {
            return new(Say($"the I/O server, which answered {Late(figures, WorkMetrics.ServerLateness)} late"), OfHarness: true);
        }

        if (busiestKey(rate) is { Busy: > Exhausted } key)
        {
            return new(Say($"{key.Name}: at this rate it is asked for {key.Busy:P0} of the time"), OfHarness: false);
        }

        return new(
            model == Model.Loop && busy > Exhausted ? Say($"the loop's one thread ({busy:0.0#} cores busy)")
            : model == Model.Gil && busy > Exhausted ? Say($"the global lock ({busy:0.0#} cores busy)")
            : share >= Exhausted ? Say($"the cores: {busy:0.0#} of {cores} busy, {server:0.0#} more with the I/O server{Others(trial)}")
            : figures.GetValueOrDefault(LoadMetrics.Dropped.Name) > 0 ? "the units: all of them were taken, with cores to spare"
            : model == Model.Pool ? Say($"the threads of the pool, with cores to spare ({busy:0.0#} of {cores} busy)")
            : Say($"nothing that is measured here: {busy:0.0#} of {cores} cores were busy"),
            OfHarness: false);
    }

    /// <summary>Whether every broken limit on a latency would have held without this lateness.</summary>
    private bool Explains(IReadOnlyDictionary<string, double> figures, Metric lateness)
    {
        var late = figures.GetValueOrDefault(lateness.Name);
        var broken = goal.Parts.Where(part => !part.Holds(figures)).ToList();
        return late > TolerableLateness && broken.Count > 0
            && broken.All(part => part.Unit == "s" && figures.TryGetValue(part.Metric, out var figure) && figure - late <= part.Limit);
    }

    private static string Others(Trial trial) => trial.Noise is > 0.1 and var noise ? Say($", and others took {noise:P0} of the machine") : "";

    private static string Late(IReadOnlyDictionary<string, double> figures, Metric lateness) => Quantity.Format(figures[lateness.Name], "s");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
