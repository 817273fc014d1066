namespace Interleave.Client.Scenarios.Switch;

/// <summary>The two sides of a rally between units that block.</summary>
internal sealed class Rally(SwitchJob job, TrialContext trial, IBallBox there, IBallBox back, CancellationToken cancellation)
{
    private const long Last = -1;

    public long Returns { get; private set; }

    public void Ping()
    {
        try
        {
            trial.Offer(job.Load, cancellation).ForEach(_ =>
            {
                for (var trip = 0; trip < job.Load.StepsAnOperation; trip++)
                {
                    there.Put(trip);
                    if (back.Take() != trip + 1)
                    {
                        throw new InvalidOperationException("Another ball came back.");
                    }
                }
            });
        }
        finally
        {
            there.Put(Last);
        }
    }

    public void Pong()
    {
        using var unit = trial.Unit("pong");
        Returns = Return(there, back);
    }

    /// <summary>Throws back what comes, until the last ball.</summary>
    /// <returns>How often.</returns>
    public static long Return(IBallBox there, IBallBox back)
    {
        var returns = 0L;
        for (var ball = there.Take(); ball != Last; ball = there.Take())
        {
            returns++;
            back.Put(ball + 1);
        }

        return returns;
    }
}
