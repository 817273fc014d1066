using Interleave.Client.Doctor.Calls;
using Interleave.Client.Measuring;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;
using Interleave.Client.Telemetry;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;

namespace Interleave.Client.Doctor;

/// <summary>Everything that the doctor looks at, in the order of its report.</summary>
internal static class Probes
{
    public static IReadOnlyList<IProbe> OfThisMachine()
    {
        var files = MachineFiles.OfThisMachine;
        var limits = new ProcessLimits(files);
        var group = new ControlGroup(files);
        return
        [
            new CoresProbe(Environment.ProcessorCount),
            new FrequencyProbe(files),
            new CpuLimitProbe(group, Environment.ProcessorCount),
            new MemoryLimitProbe(group, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
            new OpenFilesProbe(limits),
            new ThreadLimitProbe(files),
            new ClockProbe(files, ClockReadings.Take),
            new NoiseDiagnosis(NoiseProbe.Measure),
            new PlaceboDiagnosis(new LastPlacebo(StateFolder.OfThisUser).Read),
            new TimerProbe("Task.Delay", TimeProvider.System, Task.Delay),
            new TimerProbe("Thread.Sleep", TimeProvider.System, SleepOnThreads.WaitAsync),
            new PacerProbe(PacerProbe.Generate),
            new RecordingProbe(RecordingCostProbe.Measure),
            new PostgresProbe(Environment.GetEnvironmentVariable),
            new TraceEndpointProbe(Environment.GetEnvironmentVariable),
            RuntimeOfGrains(),
        ];
    }

    public static IReadOnlyList<IProbe> OfTelemetry() => [new TelemetryProbe(TelemetryCostTrials.MeasureAsync)];

    public static IReadOnlyList<IProbe> OfCalls()
    {
        var trials = new CallTrials();
        var conditions = $"{CallTrials.Callers} callers, median of {CallTrials.Trials}";
        return
        [
            RuntimeOfGrains(),
            new CallsProbe("calls: in one process", "call", "allocated", conditions, trials.CallInProcessAsync),
            new CallsProbe("calls: that activate", "activation", "kept", conditions, trials.ActivateAsync),
            new CallsProbe($"calls: {CallTrials.Silos} silo processes", "call", "allocated by the client", conditions, trials.CallOverSilosAsync),
        ];
    }

    private static GrainRuntimeProbe RuntimeOfGrains() => new(GrainRuntime.Name, typeof(Probes).Assembly);
}
