using System.Globalization;
using Interleave.Client.Clusters;
using Interleave.Client.Measuring;

namespace Interleave.Client.Chaos;

/// <summary>Drives the ledger on a cluster of its own, strikes, watches, repairs, and at the end counts everything.</summary>
/// <param name="plan">What is to be done.</param>
/// <param name="faults">The plan's faults, in their order.</param>
/// <param name="runId">Tells the ledger's books from those of other runs.</param>
/// <param name="tell">Hears what happens, in a line each.</param>
/// <param name="keep">Given what is known after each fault, so that a run that is ended from outside loses little.</param>
internal sealed class ChaosRunner(ChaosPlan plan, IReadOnlyList<IFault> faults, string runId, Action<string> tell, Action<ChaosMeasured> keep)
{
    private const string NotCounted = "The run ended before its ledger was counted.";

    /// <summary>Before the first fault: connections are made and code is compiled.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    /// <summary>How long a cluster may take to come to rest after it was repaired.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BookPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan InterruptedPatience = TimeSpan.FromSeconds(3);

    /// <summary>What a long fault held up is ahead of the question in a book's mailbox, until the last transfer is given up.</summary>
    private TimeSpan CountPatience => BookPatience + TransferPatience;

    /// <summary>A transfer is tried for longer than any fault lasts.</summary>
    private TimeSpan TransferPatience => LedgerLoad.Patience + faults.Max(fault => fault.Length);

    private readonly LedgerLog _log = new();
    private readonly List<StrikeWindow> _windows = [];
    private readonly Random _random = new(plan.Seed);

    /// <summary>No run takes longer; beyond it, no transfer falls due.</summary>
    public static TimeSpan Longest(ChaosPlan plan, IReadOnlyList<IFault> faults, LocalClusterOptions options) =>
        WarmUp + (plan.Rounds * plan.Faults.Count * (TimeSpan.FromSeconds(plan.Seconds) + LongestRest + (2 * options.StartTimeout)))
            + (plan.Rounds * faults.Where(fault => fault.Length > TimeSpan.Zero)
                .Aggregate(TimeSpan.Zero, (sum, fault) => sum + (2 * fault.Length) + BookPatience + LedgerLoad.Patience));

    public async Task<ChaosMeasured> RunAsync(LocalClusterOptions options, CancellationToken cancellation)
    {
        await using var cluster = await LocalCluster.StartAsync(options with { Silos = plan.Silos, ResponseTimeout = ResponseTimeout }, cancellation);
        await using var client = await GrainClientHost.ConnectAsync(cluster.Address, cancellation);
        var ledger = new Ledger(client.Client, plan, runId);
        await ledger.OpenAsync(BookPatience, cancellation);
        tell($"{plan.Books} books with {plan.AccountsOfBook} accounts each are open on {plan.Silos} silos; {plan.Rate} transfers a second begin.");

        using var load = new LedgerLoad(ledger, plan, Longest(plan, faults, options), TransferPatience, _log, Clock.System);
        load.Begin();
        var trouble = await StrikeAllAsync(cluster, ledger, load, cancellation);
        var end = load.Now;
        await load.EndAsync(soon: cancellation.IsCancellationRequested);
        return await CountAsync(ledger, end, trouble, cancellation.IsCancellationRequested ? InterruptedPatience : BookPatience);
    }

    private async Task<string?> StrikeAllAsync(LocalCluster cluster, Ledger ledger, LedgerLoad load, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(WarmUp, cancellation);
            for (var round = 1; round <= plan.Rounds; round++)
            {
                foreach (var fault in faults)
                {
                    await StrikeAsync(fault, round, cluster, ledger, load, cancellation);
                }
            }

            return null;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return "Interrupted.";
        }
        catch (Exception exception) when (exception is ClusterException or TimeoutException)
        {
            return exception.Message;
        }
    }

    private async Task StrikeAsync(IFault fault, int round, LocalCluster cluster, Ledger ledger, LedgerLoad load, CancellationToken cancellation)
    {
        var living = cluster.Living;
        var victim = living[_random.Next(living.Count)].Number;
        var before = await ledger.CountAsync(CountPatience, cancellation);
        var from = load.Now;
        var what = await fault.StrikeAsync(cluster, victim, cancellation);
        tell(string.Create(CultureInfo.InvariantCulture, $"{from,6:0.0} s  {what}"));
        await UntilAsync(from + fault.Length.TotalSeconds + plan.Seconds, load, cancellation);
        var to = load.Now;
        var after = await ledger.CountAsync(CountPatience, cancellation);
        _windows.Add(new StrikeWindow(fault.Name, round, what, from, to, before, after));
        await fault.RepairAsync(cluster, victim, cancellation);
        await RestAsync(load, cancellation);
        keep(Measured(load.Now, _log.Transfers, findings: null, NotCounted));
    }

    private static Task UntilAsync(double moment, LedgerLoad load, CancellationToken cancellation) =>
        Task.Delay(TimeSpan.FromSeconds(Math.Max(0, moment - load.Now)), cancellation);

    /// <summary>Until throughput is back, so that the next fault does not meet the last one.</summary>
    private async Task RestAsync(LedgerLoad load, CancellationToken cancellation)
    {
        var from = load.Now;
        double rate;
        do
        {
            var (answered, began) = (_log.Answered, load.Now);
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            rate = (_log.Answered - answered) / (load.Now - began);
        }
        while (rate < FaultFigures.Back * plan.Rate && load.Now - from < LongestRest.TotalSeconds);
    }

    private async Task<ChaosMeasured> CountAsync(Ledger ledger, double end, string? trouble, TimeSpan patience)
    {
        var transfers = _log.Transfers;
        LedgerFindings? findings = null;
        try
        {
            findings = LedgerAudit.Of(plan, transfers, await ledger.ReadAsync(patience, CancellationToken.None));
            await ledger.CloseAsync(patience, CancellationToken.None);
        }
        catch (TimeoutException exception)
        {
            trouble = exception.Message;
        }

        return Measured(end, transfers, findings, trouble);
    }

    private ChaosMeasured Measured(double end, IReadOnlyList<TransferRecord> transfers, LedgerFindings? findings, string? trouble)
    {
        var figures = new FaultFigures(plan.Rate, _log.Calls, transfers, findings?.DoubledIds.ToHashSet() ?? [], findings?.LostIds.ToHashSet() ?? []);
        return new ChaosMeasured([.. _windows.Select(figures.Of)], Curve.Of(transfers, end), findings, trouble);
    }
}
