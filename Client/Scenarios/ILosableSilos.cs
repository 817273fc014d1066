namespace Interleave.Client.Scenarios;

/// <summary>Two silos beside those of the run, which a trial may lose.</summary>
internal interface ILosableSilos : IAsyncDisposable
{
    IGrainFactory Grains { get; }

    /// <summary>Kills a silo, and returns when its process is gone.</summary>
    /// <param name="silo">What a <see cref="Interleave.Grains.Location.ILocatedGrain"/> in it says.</param>
    Task KillAsync(string silo, CancellationToken cancellation);

    /// <summary>Starts again what was lost.</summary>
    Task RestoreAsync(CancellationToken cancellation);
}
