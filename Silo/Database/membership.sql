-- Who belongs to a cluster, as the ADO.NET membership provider of Orleans expects it: the names of tables, columns, parameters and
-- query keys are the provider's; it sends the texts of OrleansQuery as they stand here. Every statement may run again on a database
-- that has it already.

CREATE TABLE IF NOT EXISTS OrleansQuery
(
    QueryKey  varchar(64)   NOT NULL,
    QueryText varchar(8000) NOT NULL,
    CONSTRAINT OrleansQuery_Key PRIMARY KEY (QueryKey)
);

-- A row for each cluster. Whoever changes a member must name the version that he read, and raises it in the same statement: the row is locked
-- until that statement is committed, so that of two silos that write in the same moment one finds that it was late.
CREATE TABLE IF NOT EXISTS OrleansMembershipVersionTable
(
    DeploymentId varchar(150)   NOT NULL,
    Timestamp    timestamptz(3) NOT NULL DEFAULT now(),
    Version      integer        NOT NULL DEFAULT 0,
    CONSTRAINT PK_OrleansMembershipVersionTable_DeploymentId PRIMARY KEY (DeploymentId)
);

-- A row for each life of a silo. Status 3 is active, 6 is dead; ProxyPort is the gateway's, 0 for a silo that takes no clients.
CREATE TABLE IF NOT EXISTS OrleansMembershipTable
(
    DeploymentId varchar(150)   NOT NULL,
    Address      varchar(45)    NOT NULL,
    Port         integer        NOT NULL,
    Generation   integer        NOT NULL,
    SiloName     varchar(150)   NOT NULL,
    HostName     varchar(150)   NOT NULL,
    Status       integer        NOT NULL,
    ProxyPort    integer,
    SuspectTimes varchar(8000),
    StartTime    timestamptz(3) NOT NULL,
    IAmAliveTime timestamptz(3) NOT NULL,
    CONSTRAINT PK_MembershipTable_DeploymentId PRIMARY KEY (DeploymentId, Address, Port, Generation),
    CONSTRAINT FK_MembershipTable_MembershipVersionTable_DeploymentId
        FOREIGN KEY (DeploymentId) REFERENCES OrleansMembershipVersionTable (DeploymentId)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES

('InsertMembershipVersionKey', $query$
WITH added AS
(
    INSERT INTO OrleansMembershipVersionTable (DeploymentId) VALUES (@DeploymentId)
    ON CONFLICT (DeploymentId) DO NOTHING
    RETURNING 1
)
SELECT count(*)::integer FROM added
$query$),

('InsertMembershipKey', $query$
WITH raised AS
(
    UPDATE OrleansMembershipVersionTable AS cluster SET Version = cluster.Version + 1, Timestamp = now()
    WHERE cluster.DeploymentId = @DeploymentId AND cluster.Version = @Version AND NOT EXISTS
    (
        SELECT 1 FROM OrleansMembershipTable AS silo
        WHERE silo.DeploymentId = @DeploymentId AND silo.Address = @Address AND silo.Port = @Port AND silo.Generation = @Generation
    )
    RETURNING cluster.DeploymentId
),
added AS
(
    INSERT INTO OrleansMembershipTable
        (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
    SELECT DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM raised
    RETURNING 1
)
SELECT count(*)::integer FROM added
$query$),

('UpdateMembershipKey', $query$
WITH raised AS
(
    UPDATE OrleansMembershipVersionTable AS cluster SET Version = cluster.Version + 1, Timestamp = now()
    WHERE cluster.DeploymentId = @DeploymentId AND cluster.Version = @Version AND EXISTS
    (
        SELECT 1 FROM OrleansMembershipTable AS silo
        WHERE silo.DeploymentId = @DeploymentId AND silo.Address = @Address AND silo.Port = @Port AND silo.Generation = @Generation
    )
    RETURNING cluster.DeploymentId
),
changed AS
(
    UPDATE OrleansMembershipTable AS silo SET Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
    FROM raised
    WHERE silo.DeploymentId = raised.DeploymentId AND silo.Address = @Address AND silo.Port = @Port AND silo.Generation = @Generation
    RETURNING 1
)
SELECT count(*)::integer FROM changed
$query$),

-- Not a change of who belongs to the cluster: the version stays.
('UpdateIAmAlivetimeKey', $query$
UPDATE OrleansMembershipTable SET IAmAliveTime = @IAmAliveTime
WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
$query$),

-- The version comes also where no silo matches.
('MembershipReadRowKey', $query$
SELECT cluster.Version, silo.Address, silo.Port, silo.Generation, silo.SiloName, silo.HostName, silo.Status, silo.ProxyPort,
       silo.SuspectTimes, silo.StartTime, silo.IAmAliveTime
FROM OrleansMembershipVersionTable AS cluster LEFT JOIN OrleansMembershipTable AS silo
    ON silo.DeploymentId = cluster.DeploymentId AND silo.Address = @Address AND silo.Port = @Port AND silo.Generation = @Generation
WHERE cluster.DeploymentId = @DeploymentId
$query$),

('MembershipReadAllKey', $query$
SELECT cluster.Version, silo.Address, silo.Port, silo.Generation, silo.SiloName, silo.HostName, silo.Status, silo.ProxyPort,
       silo.SuspectTimes, silo.StartTime, silo.IAmAliveTime
FROM OrleansMembershipVersionTable AS cluster LEFT JOIN OrleansMembershipTable AS silo ON silo.DeploymentId = cluster.DeploymentId
WHERE cluster.DeploymentId = @DeploymentId
$query$),

('GatewaysQueryKey', $query$
SELECT Address, ProxyPort, Generation FROM OrleansMembershipTable
WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0
$query$),

('CleanupDefunctSiloEntriesKey', $query$
DELETE FROM OrleansMembershipTable WHERE DeploymentId = @DeploymentId AND Status <> 3 AND IAmAliveTime < @IAmAliveTime
$query$),

('DeleteMembershipTableEntriesKey', $query$
WITH emptied AS (DELETE FROM OrleansMembershipTable WHERE DeploymentId = @DeploymentId)
DELETE FROM OrleansMembershipVersionTable WHERE DeploymentId = @DeploymentId
$query$)

ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
