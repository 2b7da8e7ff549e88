package vn.soto.query.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.soto.contracts.shared.QuarterCalendar;

/**
 * Settings of the query side.
 *
 * @param calendar   calendar of quarters
 * @param pageSize   number of commits read from the ledger at once
 * @param batchSize  number of events projected before their documents are written
 * @param workers    number of projecting threads, shared by all projections
 * @param claimTimeout      age after which a process's unrenewed claims pass to other processes
 * @param pollInterval       longest interval between two checks for new commits, without a signal
 * @param readYourWritesTimeout   longest wait of a query for the commit it names
 * @param maxWaitingQueries    limit of queries that wait for a commit at the same time; further ones get 503
 * @param staleAfter age of the oldest commit not projected above which an answer is marked stale
 * @param stalledAfter time without progress after which a projection that lacks commits is reported as stalled
 * @param pageLimit  limit of entries in one page of an answer
 * @param personsAtOnce limit of persons whose data one account opens within {@code personsWithin}, in one process
 */
@ConfigurationProperties("soto.query")
public record QuerySettings(
        @DefaultValue("CALENDAR") QuarterCalendar calendar,
        @DefaultValue("500") int pageSize,
        @DefaultValue("512") int batchSize,
        @DefaultValue("4") int workers,
        @DefaultValue("6s") Duration claimTimeout,
        @DefaultValue("250ms") Duration pollInterval,
        @DefaultValue("5s") Duration readYourWritesTimeout,
        @DefaultValue("256") int maxWaitingQueries,
        @DefaultValue("5s") Duration staleAfter,
        @DefaultValue("1m") Duration stalledAfter,
        @DefaultValue("200") int pageLimit,
        @DefaultValue("2000") int personsAtOnce,
        @DefaultValue("1h") Duration personsWithin) {}
