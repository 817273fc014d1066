namespace Runtime.Tests.Grains;

[StatelessWorker(2)]
internal sealed class WorkerGrain : Grain, IWorkerGrain
{
    private readonly Guid _activation = Guid.NewGuid();

    public async Task<Guid> MeetAnother(string ledger)
    {
        var notes = GrainFactory.GetGrain<ILedgerGrain>(ledger);
        await notes.Write("here");
        await notes.Await(2);
        return _activation;
    }
}
