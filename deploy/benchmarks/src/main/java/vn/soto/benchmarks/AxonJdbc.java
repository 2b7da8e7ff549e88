package vn.soto.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import vn.soto.axon.EventSerializer;
import vn.soto.events.EventCodec;

/**
 * Axon's JDBC engine on PostgreSQL. Its commands run in a transaction of their unit of work; its bare engine commits
 * each append by itself, which saves it a round trip. Events have the same bytes and time-ordered ids as ours.
 */
final class AxonJdbc implements Store {

    static final String NAME = "Axon JDBC, PostgreSQL";

    private final Database database;
    private final HikariDataSource transactional;
    private final HikariDataSource immediate;
    private final EventCodec codec;
    private final EventStorageEngine engine;
    private final PeerCommands commands;

    /** @param connections of each of its two pools */
    AxonJdbc(Database database, EventCodec codec, Clock clock, int connections, int batchSize) {
        this.database = database;
        this.codec = codec;
        this.transactional = pool(database, connections, false);
        this.immediate = pool(database, connections, true);
        this.engine = engine(immediate, codec, batchSize);
        this.commands = new PeerCommands(engine(transactional, codec, batchSize), clock);
    }

    private static HikariDataSource pool(Database database, int connections, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(Postgres.USER);
        config.setAutoCommit(autoCommit);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    private static JdbcEventStorageEngine engine(HikariDataSource pool, EventCodec codec, int batchSize) {
        EventSerializer serializer = new EventSerializer(codec);
        return JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(pool::getConnection))
                .transactionManager(NoTransactionManager.INSTANCE)
                .batchSize(batchSize)
                .build();
    }

    /** Creates its tables, once for each database. */
    static void prepare(Database database, EventCodec codec) {
        try (HikariDataSource pool = pool(database, 1, true)) {
            engine(pool, codec, 100).createSchema(PostgresEventTableFactory.INSTANCE);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EventStorageEngine engine() {
        return engine;
    }

    /** The same with this many events per read. */
    EventStorageEngine engine(int batchSize) {
        return engine(immediate, codec, batchSize);
    }

    @Override
    public void handle(Submission submission) {
        commands.handle(submission);
    }

    @Override
    public CpuMeter cpu() {
        return CpuMeter.thisProcess().and(database.server().cpu());
    }

    @Override
    public double bytesPerEvent() throws SQLException {
        return database.bytesPerRow("DomainEventEntry");
    }

    @Override
    public void close() {
        commands.close();
        transactional.close();
        immediate.close();
    }
}
