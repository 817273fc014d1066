using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Running;

/// <summary>Times the same small kernel before each trial, to tell when the machine was busy with something else.</summary>
internal sealed class MachineNoise
{
    private readonly List<NoiseSample> _samples = [];

    public void Sample() => _samples.Add(NoiseProbe.Measure());

    /// <summary>What the samples so far say of each trial, in the order of the trials.</summary>
    public IReadOnlyList<RoundNoise> Judge() => Noise.Judge(_samples);
}
