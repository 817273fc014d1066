using System.Runtime.InteropServices;
using Interleave.Client.Clusters;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Telemetry;
using Interleave.Client.Workers.Wire;
using Interleave.Silo;
using Interleave.Silo.Usage;

namespace Interleave.Client.Workers;

/// <summary>The process that carries one scenario on one model: it does what the coordinator orders, and ends when the coordinator lets go.</summary>
internal static class WorkerProcess
{
    /// <summary>The command line's word for it.</summary>
    public const string Command = "worker";

    public static async Task RunAsync()
    {
        // Ctrl-C reaches every process of the terminal; a worker ends when its owner has kept what it measured.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        var owner = Libc.ParentProcess;
        var output = Console.Out;
        Console.SetOut(TextWriter.Null); // Nothing but replies goes to the coordinator.
        using var coordinator = CoordinatorLine.Open(Console.OpenStandardInput(), output);
        switch (await coordinator.NextAsync())
        {
            case WorkerOrder.Begin { Assignment: { } assignment }:
                await CarryOutAsync(assignment, coordinator, owner);
                break;
            case { } order:
                throw new UserError($"{Command} is a command that this program gives to itself; '{order}' is no first order.");
        }
    }

    private static async Task CarryOutAsync(Assignment assignment, CoordinatorLine coordinator, int? owner)
    {
        await using var telemetry = WorkerTelemetry.OfThisProcess(line => coordinator.Send(new WorkerReply.Warned(line)));
        try
        {
            await using var processes = new ProcessPools();
            var scenario = assignment.Definition is { } definition
                ? DefinedScenarios.Read(definition)
                : ScenarioCatalogue.All.SingleOrDefault(scenario => scenario.Name == assignment.Scenario)
                    ?? throw new UserError($"{Command} is a command that this program gives to itself; '{assignment.Scenario}' is no scenario.");
            await using var grains = await GrainAccess.OpenAsync(assignment.Silos, coordinator.Gone, scenario.GrainContracts);
            await ObeyAsync(scenario, assignment, coordinator, grains, processes, telemetry);
        }
        catch (Exception exception) when (exception is OperationCanceledException && coordinator.Gone.IsCancellationRequested)
        {
            // Let go while it was still starting, or in the middle of a trial.
        }
        catch (ClusterException exception)
        {
            coordinator.Send(new WorkerReply.Failed(exception.Message));
        }
        finally
        {
            if (owner is { } ended && Libc.ParentProcess != ended)
            {
                RuntimeFiles.RemoveOf(ended); // The coordinator was killed, and nobody else knows of it.
            }
        }
    }

    private static async Task ObeyAsync(
        IScenario scenario, Assignment assignment, CoordinatorLine coordinator, GrainAccess grains, ProcessPools processes, WorkerTelemetry telemetry)
    {
        // Every parameter is given, so no default of a profile is asked for.
        var settings = new Settings(Profile.Quick, assignment.Parameters) { Seed = assignment.Seed, Texts = assignment.Texts };
        var variants = scenario.Variants(settings).Append(new EmptyVariant()).ToDictionary(variant => variant.Name);
        var meter = new WorkerMeter(coordinator, grains, processes);
        var trials = Model.All.SingleOrDefault(model => model.Name == assignment.Model) is { } model
            ? new TrialRunner(assignment, model, grains, processes, meter)
            : null;
        await meter.NoteBirthAsync(coordinator.Gone);
        coordinator.Send(new WorkerReply.Born(grains.SiloProcesses));
        while (await coordinator.NextAsync() is { } order)
        {
            coordinator.Send(await ReplyAsync(order));
        }

        async Task<WorkerReply> ReplyAsync(WorkerOrder order) => (order, trials) switch
        {
            (WorkerOrder.RunSequentially { Variant: var name }, _) => new WorkerReply.SequentialDone(variants[name].RunSequentially(coordinator.Gone)),
            (WorkerOrder.RunTrial trial, not null) => await trials.RunAsync(VariantFor(trial), trial, coordinator.Gone),
            (WorkerOrder.RunTraced traced, not null) => await TraceAsync(traced, trials),
            _ => new WorkerReply.Failed($"A worker for {assignment.Model ?? "sequential work"} cannot obey {order}."),
        };

        IVariant VariantFor(WorkerOrder.RunTrial trial)
        {
            if (trial.Parameters is not { } own)
            {
                return variants[trial.Variant];
            }

            var parameters = new Dictionary<string, double>(assignment.Parameters);
            own.ToList().ForEach(parameter => parameters[parameter.Key] = parameter.Value);
            var changed = new Settings(Profile.Quick, parameters) { Seed = trial.Seed ?? assignment.Seed };
            return scenario.Variants(changed).Single(variant => variant.Name == trial.Variant);
        }

        async Task<WorkerReply> TraceAsync(WorkerOrder.RunTraced order, TrialRunner runner)
        {
            var (variant, name) = (variants[order.Variant], runner.Model.Name);
            var done = order.Keep
                ? await telemetry.TraceAsync(assignment.Scenario, variant.Name, name, RunAsync)
                : await telemetry.WarmUpAsync(assignment.Scenario, variant.Name, name, RunAsync);
            await grains.TellAsync(order.Keep ? OwnerQuestion.KeepSpans : OwnerQuestion.DropSpans, coordinator.Gone);
            return done;

            Task<WorkerReply.TrialDone> RunAsync() => runner.RunAsync(variant, WorkerOrder.RunTrial.Traced(variant.Name), coordinator.Gone);
        }
    }
}
