namespace Runtime.Tests.Grains;

public interface IChangedTimerGrain : IGrainWithStringKey
{
    /// <summary>Runs a timer that asks for its next tick at once, as the first thing in its callback.</summary>
    Task<int> MostCallbacksAtOnce(int ticks);
}
