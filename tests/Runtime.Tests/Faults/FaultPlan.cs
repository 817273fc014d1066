namespace Runtime.Tests.Faults;

/// <summary>Draws what happens from a seed: the same seed gives the same events.</summary>
internal static class FaultPlan
{
    /// <summary>A silo is left alone for so many events after it was started, so that most of them join.</summary>
    private const int Settling = 3;

    /// <summary>A silo that is frozen for so many events may be dead by the end of them, for the others have ended it.</summary>
    private const int LongFreeze = 20;

    public static IReadOnlyList<FaultEvent> Draw(int seed, int silos, int events, TimeSpan longestPause)
    {
        var random = new Random(seed);
        var running = Enumerable.Range(0, silos).ToHashSet();
        var untouched = new int[silos]; // Until which event.
        var frozen = new HashSet<int>();
        var plan = new List<FaultEvent>();
        while (plan.Count < events)
        {
            var place = random.Next(silos);
            if (untouched[place] > plan.Count)
            {
                // All places may be left alone at this moment: then the one whose time comes first is next.
                place = Array.IndexOf(untouched, untouched.Min());
            }

            var kind = Next(place);
            if (kind is FaultKind.Stop or FaultKind.Kill or FaultKind.Freeze)
            {
                running.Remove(place);
            }
            else
            {
                running.Add(place);
            }

            plan.Add(new FaultEvent(longestPause * random.NextDouble(), kind, place));
            untouched[place] = plan.Count + (kind == FaultKind.Freeze ? random.Next(1, LongFreeze) : running.Contains(place) ? Settling : 0);
        }

        return plan;

        FaultKind Next(int place)
        {
            if (frozen.Remove(place))
            {
                return random.Next(2) == 0 ? FaultKind.Thaw : FaultKind.Restart;
            }

            if (!running.Contains(place))
            {
                return FaultKind.Start;
            }

            // More than half of the silos are always meant to run.
            FaultKind[] kinds = running.Count <= (silos / 2) + 1 ? [FaultKind.Restart]
                : frozen.Count > 0 ? [FaultKind.Stop, FaultKind.Kill, FaultKind.Restart]
                : [FaultKind.Stop, FaultKind.Kill, FaultKind.Freeze, FaultKind.Restart];
            var kind = kinds[random.Next(kinds.Length)];
            if (kind == FaultKind.Freeze)
            {
                frozen.Add(place);
            }

            return kind;
        }
    }
}
