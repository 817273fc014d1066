namespace Runtime.Tests.Grains;

public interface IFailingGrain : IGrainWithStringKey
{
    Task Fail(string message);

    Task FailInItsOwnWay(int tray);

    Task<int> Failures();

    [OneWay]
    Task FailUnheard(string ledger);
}
