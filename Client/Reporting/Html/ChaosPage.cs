using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Interleave.Client.Chaos;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Interleave.Client.Reporting.Plots;
using Interleave.Silo;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>A run of faults as one page: whether the ledger adds up, throughput and latency over time with the faults as marks, and each fault.</summary>
internal static class ChaosPage
{
    /// <summary>More marks than this do not fit one picture: each round then has pictures of its own.</summary>
    private const int MostMarks = 12;

    /// <summary>How many seconds before its first fault a round's picture begins.</summary>
    private const double Before = 2;

    public static void Write(ChaosRun run, string path)
    {
        var page = Encoding.UTF8.GetBytes(Render(run));
        WholeFile.Write(path, stream => stream.Write(page));
    }

    public static string Render(ChaosRun run) => HtmlText.Of(Tag(
        "html",
        Attribute("lang", "en"),
        Page.Head("faults under load"),
        Tag(
            "body",
            Tag("a.skip", Attribute("href", "#main"), "Skip to the figures"),
            Header(run),
            Tag(
                "main",
                Attribute("id", "main"),
                Answer(run),
                Section("time", "Over time", Tag("div.plots", Pictures(run))),
                Section("faults", "Each fault", Scrolling("Each fault in figures", Faults(run))),
                Machine(run)),
            Tag("script", new RawText(PageAssets.Script)))));

    private static XElement Header(ChaosRun run) => Tag(
        "header.opening",
        Tag("p.product", "Interleave", Tag("span", "a concurrency laboratory")),
        Tag("h1", "Faults under load"),
        Tag(
            "p.lead",
            $"A ledger of {Words.Count(run.Plan.Books)} books on {Words.Count(run.Plan.Silos, "silo", "silos")} of {run.Environment.GrainRuntime}, "
                + (run.Plan.Clustering == ClusteringKind.Postgres ? "kept in PostgreSQL, " : "")
                + $"{Words.Count(run.Plan.Rate)} transfers a second, {Words.Moment(run.StartedAt)}."),
        Tag(
            "ul.facts",
            Fact(run.Complete, run.Complete ? "complete" : $"incomplete: {run.Trouble}"),
            Fact(run.Findings?.AddsUp == true, ChaosSentences.Verdict(run))));

    private static XElement Fact(bool good, string text) =>
        Tag(good ? "li.good" : "li.bad", Tag("span", Attribute("aria-hidden", "true"), good ? "✓" : "✗"), text);

    private static XElement Answer(ChaosRun run) =>
        Section("answer", "The answer", Tag("ul.readings", ChaosSentences.Of(run).Select(sentence => Tag("li", sentence))));

    private static IEnumerable<XElement> Pictures(ChaosRun run)
    {
        if (run.Faults.Count <= MostMarks)
        {
            return Pictures(run, "", run.Faults, 0, double.PositiveInfinity);
        }

        return run.Faults.GroupBy(fault => fault.Round).SelectMany(round => Pictures(
            run, $", round {round.Key}", [.. round], round.First().At - Before, EndOf(round.Key)));

        double EndOf(int round) =>
            run.Faults.Where(fault => fault.Round > round).Select(fault => fault.At - Before).DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    private static IEnumerable<XElement> Pictures(ChaosRun run, string which, IReadOnlyList<FaultOutcome> faults, double from, double to)
    {
        var time = new LineAxis("seconds since the load began", "1") { IsTime = true };
        List<LineMark> marks = [.. faults.Select(fault => new LineMark(fault.At, fault.What))];
        yield return Picture.Of(
            $"throughput{which}",
            "transfers acknowledged in a second",
            LinePlot.Draw(
                Slug($"throughput{which}"),
                $"throughput{which}",
                time,
                new LineAxis("throughput", "{transfer}/s"),
                [Line(run, from, to, run.Curve.Throughput.Select(value => (double?)value))],
                marks));
        yield return Picture.Of(
            $"latency{which}",
            "the 99th percentile, from when a transfer was due to its receipt",
            LinePlot.Draw(Slug($"latency{which}"), $"latency{which}", time, new LineAxis("p99 latency", "s"), [Line(run, from, to, run.Curve.P99)], marks));
    }

    private static LineSeries Line(ChaosRun run, double from, double to, IEnumerable<double?> values)
    {
        var points = new List<LinePoint>();
        var isGap = false;
        foreach (var (second, value) in run.Curve.Seconds.Zip(values).Where(point => point.First >= from && point.First < to))
        {
            if (value is { } figure)
            {
                points.Add(new LinePoint(second, figure) { FollowsGap = isGap });
            }

            isGap = value is null;
        }

        return new LineSeries(Model.Grains.Name, points);
    }

    private static XElement Faults(ChaosRun run) => Tag(
        "table",
        Tag(
            "thead",
            Tag(
                "tr",
                HeadCell("fault"),
                ChaosColumns.All.Select(column => Tag("th.number", Attribute("scope", "col"), Attribute("title", column.Meaning), column.Name)))),
        Tag("tbody", run.Faults.Select(fault => Tag(
            "tr",
            RowHead(fault.What, Tag("small", When(run, fault))),
            ChaosColumns.All.Select(column => Tag("td.number", column.Of(fault)))))));

    private static string When(ChaosRun run, FaultOutcome fault) =>
        string.Create(CultureInfo.InvariantCulture, $"at {fault.At:0.0} s{(run.Plan.Rounds > 1 ? $", round {fault.Round}" : "")}");

    private static XElement Machine(ChaosRun run) => FoldedSection(
        "machine",
        "The plan and the machine",
        $"seed {run.Plan.Seed}, {run.Environment.Cpu}, {Words.Count(run.Environment.Cores, "core", "cores")}",
        open: false,
        Tag("p", "All figures are in ", Tag("code", "run.json"), " beside this page; the same again: ", Tag("code", CommandLine(run.Plan))),
        Tag("p.hint", $"Run {run.Id}; .NET {run.Environment.Dotnet}; written by Interleave {run.Environment.Interleave}."));

    private static string CommandLine(ChaosPlan plan) =>
        $"./interleave chaos --silos {plan.Silos} --rate {plan.Rate} --seconds {plan.Seconds} --rounds {plan.Rounds} "
        + $"--faults {string.Join(',', plan.Faults)} --seed {plan.Seed}"
        + (plan.Clustering == ClusteringKind.Postgres ? $" --clustering postgres --cut {plan.CutSeconds}" : "");
}
