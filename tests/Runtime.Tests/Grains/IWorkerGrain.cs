namespace Runtime.Tests.Grains;

public interface IWorkerGrain : IGrainWithStringKey
{
    /// <summary>Returns this activation's id as soon as two calls are at work.</summary>
    Task<Guid> MeetAnother(string ledger);
}
