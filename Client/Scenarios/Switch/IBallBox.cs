namespace Interleave.Client.Scenarios.Switch;

/// <summary>Where a blocking unit waits for the ball, until the other one puts it there.</summary>
internal interface IBallBox : IDisposable
{
    /// <param name="ball">The ball; negative is the last one.</param>
    void Put(long ball);

    long Take();
}
