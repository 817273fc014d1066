using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Interleave.Client.Workloads;

namespace Interleave.Client.Capacity;

/// <summary>Holds a trial of an open load against a goal; a load that was not kept up with breaks every goal.</summary>
internal sealed class GoalJudge(Goal goal)
{
    /// <summary>What the last request may take longer than others, as a part of the time in which requests came.</summary>
    private const double TolerableBacklog = 0.05;

    /// <summary>In words; null where the goal held.</summary>
    public string? WhatBroke(Trial trial, double seconds)
    {
        var figures = FiguresOf(trial);
        if (figures.Count == 0 || trial.Operations.Completed == 0)
        {
            return $"no request was completed{(trial.Error is null ? "" : $": {trial.Error}")}";
        }

        var broken = goal.Parts.Where(part => !part.Holds(figures)).Select(part => figures.TryGetValue(part.Metric, out var figure)
            ? $"{part.Name} {Quantity.Format(figure, part.Unit)} (limit {Quantity.Format(part.Limit, part.Unit)})"
            : $"{part.Name} was not measured").ToList();
        var behind = BacklogOf(figures, seconds);
        if (behind > TolerableBacklog * seconds)
        {
            broken.Add($"it did not keep up: the last request ended {Quantity.Format(behind, "s")} late");
        }

        return broken.Count == 0 ? null : string.Join(", ", broken);
    }

    /// <summary>The figures of a trial by the names of metrics, those of a service among them whatever scenario it was.</summary>
    public static IReadOnlyDictionary<string, double> FiguresOf(Trial trial)
    {
        var figures = new Dictionary<string, double>(trial.Metrics);
        var (counts, dropped) = (trial.Operations, trial.Metrics.GetValueOrDefault(LoadMetrics.Dropped.Name));
        if (counts.Started + dropped > 0)
        {
            figures[WorkMetrics.Errors.Name] = (counts.Failed + counts.TimedOut + dropped) / (counts.Started + dropped);
        }

        if (trial.Metrics.TryGetValue(CommonMetrics.CpuTime.Name, out var cpu) && trial.Metrics.TryGetValue(CommonMetrics.Time.Name, out var time))
        {
            figures[WorkMetrics.Cores.Name] = cpu / time;
        }

        // Of too few requests for a percentile, the longest one says at most too much.
        foreach (var percentile in new[] { LatencyMetrics.Default.P90, LatencyMetrics.Default.P99, LatencyMetrics.Default.P999 })
        {
            if (trial.Metrics.TryGetValue(LatencyMetrics.Default.Max.Name, out var longest))
            {
                figures.TryAdd(percentile.Name, longest);
            }
        }

        return figures;
    }

    /// <summary>How much longer than a usual request the last one took to end, in seconds.</summary>
    private static double BacklogOf(IReadOnlyDictionary<string, double> figures, double seconds)
    {
        var backlog = figures.TryGetValue(WorkMetrics.Backlog.Name, out var measured) ? measured : figures.GetValueOrDefault(CommonMetrics.Time.Name) - seconds;
        return backlog - figures.GetValueOrDefault(LatencyMetrics.Default.P50.Name);
    }
}
