using Interleave.Client.Measuring;
using Interleave.Client.Measuring.Machine;
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
            new ThreadLimitProbe(files, limits, group),
            new ClockProbe(files, ClockReadings.Take),
            new NoiseDiagnosis(NoiseProbe.Measure),
            new TimerProbe("Task.Delay", TimeProvider.System, Task.Delay),
            new TimerProbe("Thread.Sleep", TimeProvider.System, SleepOnThreads.WaitAsync),
            new PacerProbe(PacerProbe.Generate),
            new RecordingProbe(RecordingCostProbe.Measure),
            new PostgresProbe(Environment.GetEnvironmentVariable),
            new TraceEndpointProbe(Environment.GetEnvironmentVariable),
            new GrainRuntimeProbe(GrainRuntime.Name, typeof(Probes).Assembly),
        ];
    }
}
